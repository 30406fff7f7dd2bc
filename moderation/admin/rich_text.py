"""HTML written in a rich-text editor."""

from tinymce.widgets import AdminTinyMCE

from contributions.markup import HtmlField
from moderation.admin.wordless_log import WordlessLog


class RichTextAdmin(WordlessLog):
    """An admin whose HTML is written in a rich-text editor; its field cleans what comes."""

    formfield_overrides = {HtmlField: {"widget": AdminTinyMCE}}
