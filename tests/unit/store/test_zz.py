import collections, random
from tests.unit.store.test_failures import *
def test_zz(path,nouns):
    whole=path.read_bytes(); used=[k for k in range(100,len(whole)) if whole[k]]
    seen=collections.Counter(); chance=random.Random(7)
    for _ in range(12000):
        path.write_bytes(damaged(whole,used,chance)); path.with_name(path.name+"-journal").unlink(missing_ok=True)
        try:
            with Database(path, mode="read") as database:
                for n,read in enumerate(reads(database,nouns)):
                    try: read()
                    except FactcheckError: pass
                    except BaseException as e: seen[f'{n} {type(e).__name__} {str(e)[:120]}']+=1
        except FactcheckError: pass
        except BaseException as e: seen[f'open {type(e).__name__} {str(e)[:120]}']+=1
    for k,v in seen.most_common(): print(v,repr(k))
