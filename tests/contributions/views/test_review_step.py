"""Looking at the words as they would be kept, as often as wished."""

from contributions.models import SpentToken, Submission
from tests.factories import make_call_out, make_post
from tests.page_forms import fields_in

TEXT = "Ring Karen Wray on 07700 900123.\n\nShe said <b>so</b> & meant it."
STRIPPED = "Ring [name] on [phone].\n\nShe said <b>so</b> & meant it."


def kept(response):
    """Return what the page shows as the text that would be kept."""
    content = response.content.decode()
    return content.partition('<section class="kept"')[2].partition("</section>")[0]


def test_the_text_is_shown_stripped_with_what_was_found_marked(contributor):
    response = contributor.write(TEXT)

    assert response.status_code == 200
    assert '<mark class="out">[name]</mark>' in kept(response)
    assert '<mark class="out">[phone]</mark>' in kept(response)
    assert "Karen" not in kept(response)
    assert "900123" not in kept(response)


def test_html_in_the_words_is_shown_as_written(contributor):
    response = contributor.write(TEXT)

    assert "She said &lt;b&gt;so&lt;/b&gt; &amp; meant it." in kept(response)


def test_each_finding_is_listed_with_its_reason_and_choices(contributor):
    content = contributor.write(TEXT).content.decode()

    assert "“Karen Wray”" in content
    assert "“07700 900123”" in content
    assert "name points straight at someone" in content
    assert content.count("Keep my words") == content.count('value="replace"') == 2


def test_the_form_to_send_carries_the_finished_text_and_nothing_raw(contributor):
    response = contributor.write(TEXT, title="What Karen Wray said")

    fields = fields_in(response, "send")
    assert fields["text"] == STRIPPED
    assert fields["title"] == "What [name] said"
    assert "Karen" not in str(fields)
    assert "900123" not in str(fields)


def test_the_form_to_edit_carries_the_words_as_written(contributor):
    response = contributor.write(TEXT, title="What Karen Wray said")

    fields = fields_in(response, "check")
    assert fields["text"] == TEXT
    assert fields["title"] == "What Karen Wray said"


def test_nothing_is_stored_by_looking(contributor):
    contributor.check_again(contributor.write(TEXT))

    assert not Submission.objects.exists()
    assert not SpentToken.objects.exists()


def test_a_choice_to_keep_restores_the_words(contributor):
    first = contributor.write(TEXT)
    phone = "keep:PHONE:07700 900123"

    second = contributor.check_again(first, **{"choice-out-2": phone})

    assert fields_in(second, "send")["text"] == STRIPPED.replace("[phone]", "07700 900123")
    assert '<mark class="in">07700 900123</mark>' in kept(second)


def test_choices_survive_checking_again_and_a_change_of_the_words(contributor):
    review = contributor.write(TEXT)
    review = contributor.check_again(review, **{"choice-out-2": "keep:PHONE:07700 900123"})

    review = contributor.check_again(review, text="Ask jo.bloggs@example.org first. " + TEXT)
    review = contributor.check_again(review)

    text = fields_in(review, "send")["text"]
    assert text == "Ask [email] first. " + STRIPPED.replace("[phone]", "07700 900123")


def test_a_choice_can_be_taken_back(contributor):
    review = contributor.write(TEXT)
    review = contributor.check_again(review, **{"choice-out-2": "keep:PHONE:07700 900123"})

    review = contributor.check_again(review, **{"choice-out-2": "replace"})

    assert fields_in(review, "send")["text"] == STRIPPED


def test_words_kept_in_the_title_survive_too(contributor):
    review = contributor.write("Words.", title="What Karen Wray said")
    review = contributor.check_again(review, **{"choice-out-1": "keep:PERSON:Karen Wray"})

    assert fields_in(review, "send")["title"] == "What Karen Wray said"


def test_edited_words_are_looked_at_afresh(contributor):
    review = contributor.write("Words.")

    review = contributor.check_again(review, text="Ring 07700 900123.")

    assert fields_in(review, "send")["text"] == "Ring [phone]."


def test_the_token_stays_the_same_while_nothing_was_sent(contributor):
    first = contributor.write(TEXT)

    second = contributor.check_again(first)

    assert fields_in(first, "send")["token"] == fields_in(second, "send")["token"]


def test_a_text_with_nothing_to_find_says_that_this_is_no_proof(contributor):
    content = contributor.write("We are all tired.").content.decode()

    assert "That does not mean that nobody could tell" in content


def test_kind_and_target_travel_along(contributor):
    post = make_post()
    call_out = make_call_out()

    reply = contributor.write("Words.", kind="reply", target=f"post:{post.pk}")
    answer = contributor.write("Words.", kind=f"call_out:{call_out.pk}")

    assert fields_in(reply, "send")["kind"] == fields_in(reply, "check")["kind"] == "reply"
    assert fields_in(reply, "send")["target"] == f"post:{post.pk}"
    assert fields_in(answer, "send")["kind"] == f"call_out:{call_out.pk}"


def test_the_kind_can_be_changed_on_the_way(contributor):
    post = make_post()
    review = contributor.write("Words.", kind="reply", target=f"post:{post.pk}")

    review = contributor.check_again(review, kind="confidential")

    assert fields_in(review, "send")["kind"] == "confidential"
