"""An editor who changes what is public, in the admin."""

from django.urls import reverse

from tests.page_forms import forms_in

WHY = "a detail was removed"
NOTED = {"confirmed": "1", "own_words": WHY}


def act(client, listing, action, *rows, **said):
    """Return the answer to a list's action on these rows, with a note for readers."""
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(listing, chosen | NOTED | said, follow=True)


def change_page(thing):
    """Return the address where a post or reply is changed."""
    return reverse(f"admin:contributions_{thing._meta.model_name}_change", args=[thing.pk])


def fields_of(client, thing):
    """Return the fields of that page as they stand."""
    page = client.get(change_page(thing))
    fields = next(form["fields"] for form in forms_in(page) if "body" in form["fields"])
    return {name: value for name, value in fields.items() if not name.startswith("_")}


def changed(client, thing, **fields):
    """Return the answer to saving that page with changes to its fields."""
    return client.post(change_page(thing), fields_of(client, thing) | fields)
