"""What only `mkdocs_hook.py` uses: another site engine means deleting this folder and the hook."""
