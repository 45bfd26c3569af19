"""An edit seen at once under `mkdocs serve`, inside its documented events; the setting `fast:
false` switches it off.

MkDocs' server asks its `builder` for a new site whenever a watched file changes, and holds back
every page until it is there. The builder here answers in a fraction of a second: it writes the
edited article's page, and its people's, into the site that is shown (`serving`), by the functions
and templates of a build (`generator.edit`, `shell`). A process of its own (`background`) builds the
whole site anew, into another folder; when that is complete the server is pointed at it. `watch`
takes the place of MkDocs' polling of every file. `desk` takes the corrections that people make in
the pages; `door` says who may ask.
"""

from generator.engine.live.background import keeper
from generator.engine.live.built import Built
from generator.engine.live.desk import mount
from generator.engine.live.guard import guarded
from generator.engine.live.serving import Live, serve
from generator.engine.live.shell import Shell

__all__ = ["Built", "Live", "Shell", "guarded", "keeper", "mount", "serve"]
