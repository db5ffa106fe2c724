"""What can be done with a workbench: verbs over all stages. Knows no terminal; long work is yielded step by step."""
