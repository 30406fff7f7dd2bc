"""HTML written in a rich-text editor."""

from django.contrib import admin
from tinymce.widgets import AdminTinyMCE

from contributions.markup import HtmlField


class RichTextAdmin(admin.ModelAdmin):
    """An admin whose HTML is written in a rich-text editor; its field cleans what comes."""

    formfield_overrides = {HtmlField: {"widget": AdminTinyMCE}}
