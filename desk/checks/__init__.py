"""The checks, one small room each; `registry.py` names them all."""
