"""The text of one article before anything is found in it: parse, tree, marks, layout."""
