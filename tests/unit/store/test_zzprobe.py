import random, shutil, collections
from tests.unit.store.conftest import *
from factcheck.store.lexical_index import FtsIndex
from factcheck.store.lookup import resolve
from factcheck.store.snapshots import damaged_snapshots
from factcheck.errors import FactcheckError
import os
def read_all(path):
    with Database(path, mode="read") as db:
        reads=[lambda: ArticleRepository(db).all(), lambda: ArticleRepository(db).titles(), lambda: ClaimRepository(db).all(), lambda: ReviewRepository(db).histories(), lambda: ReviewRepository(db).drafts(), lambda: SuggestionRepository(db).newest(), lambda: list(DocumentRepository(db).all_passages()), lambda: list(DocumentRepository(db).misquoted()), lambda: list(damaged_snapshots(db)), lambda: FtsIndex(db).search("ferry runs day", top_k=5), lambda: VectorRepository(db).after("claim","tiny@1",0), lambda: VectorRepository(db).state("claim","tiny@1"), lambda: VectorRepository(db).index_record("claim"), lambda: resolve(db,"c","c-"), lambda: db.pragma("integrity_check"), lambda: db.pragma("foreign_key_check")]
        for r in reads:
            try: r()
            except FactcheckError as e: yield type(e).__name__+str(e)[:40]
            except Exception as e: yield "!!! "+type(e).__name__+' '+str(e)[:90]
def test_x(path, tmp_path, nouns):
    with Database(path) as d:
        docs=[lambda: DocumentRepository(d).get(nouns.document.id)]
    whole=path.read_bytes(); print(len(whole))
    seen=collections.Counter()
    rng=random.Random(1)
    for n in range(1500):
        b=bytearray(whole)
        how=n%3
        if how==0:
            k=rng.randrange(4096,len(b)); b[k]^=1<<rng.randrange(8)
        elif how==1:
            p=rng.randrange(1,len(b)//4096)*4096; a=rng.randrange(4096); e=min(4096,a+rng.randrange(1,200)); b[p+a:p+e]=rng.randbytes(e-a)
        else:
            del b[rng.randrange(100,len(b)):]
        q=tmp_path/"d.db"; q.write_bytes(b)
        got=[]
        try:
            got=list(read_all(q))
        except FactcheckError as e: got=['open '+type(e).__name__+str(e)[-40:]]
        except Exception as e: got=["!!! open "+type(e).__name__+' '+str(e)[:90]]
        for g in set(got): seen[g.replace(str(q),'')]+=1
        if not got: seen['fine']+=1
    for k,v in seen.most_common(): print(v,k)
