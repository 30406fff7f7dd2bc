"""What the site says to a contributor when something did not go as it should."""

ALREADY_SENT = (
    "You have already sent something from this form, and it has arrived. If you press “Send "
    "this” again, the editor gets a second text."
)
BUSY = (
    "Many people are writing at this moment, so we could not look through your text. Nothing was "
    "kept. Your text is all still here: wait a minute, then press “Try again”."
)
CHANGED_MEANWHILE = (
    "The editor did something with it while your page was open, so nothing was done yet. This is "
    "how it stands now."
)
CROSS_SITE = (
    "This form was sent from another site's page, so we did not take it. If these are your "
    "words, you can go on from here."
)
COMES_TOO_OFTEN = (
    "A great deal was sent from your network within a few minutes, so we could not take this in "
    "just now. It may have been other people. Your words are all still here: wait ten minutes, "
    "then press “Try again”."
)
DESK_CLOSED = (
    "This site has no editor's key just now, so nothing that is sent could be kept safely, and "
    "nothing was kept. Please come back another day."
)
EXPIRED = (
    "This page had been open too long, so nothing was sent and nothing was kept. Here is your "
    "text again: look it over once more, then send it."
)
FORGED = (
    "Something about this form did not arrive whole, so nothing was sent and nothing was kept. "
    "Here is your text again: look it over once more, then send it."
)
NOT_ASKED = (
    "The editor is no longer waiting for this answer, or has already had one, so what you wrote "
    "just now was not kept. It stands below, so that you can copy it."
)
MAY_HAVE_ARRIVED = (
    "This page had been open too long, so nothing was sent just now. Something was sent from it "
    "before, though, and it arrived: look with the receipt that you were shown. If you press “Send "
    "this”, the editor gets another text."
)
NOTHING_DONE = (
    "The site cannot reach its database just now, so nothing was done. Wait a minute, then press "
    "“Try again”."
)
NOT_STORED = (
    "The site cannot reach its database just now, so your text is not safely kept. It is all "
    "still here. Wait a minute, then press “Try again”: however often you do, it is stored only "
    "once."
)
OPEN_TOO_LONG = (
    "That page had been open too long, so nothing was done. If you still want it, please press "
    "once more."
)
PLEASE_WAIT = (
    "Please wait {seconds} seconds, then press “Try again”. Nothing is wrong with your words, and "
    "they are all still here. We ask this when very much is sent at once, or a form comes back "
    "as fast as a machine would send it, so that machines cannot drown people out."
)
SURE = (
    "Nothing has been sent yet. Very few people fit what your text says about its writer. You can "
    "still change it. If you want to send it as it is, press “Send this” once more."
)
TARGET_GONE = (
    "What you are answering has been taken down. You can still send your words as a guest blog "
    "or as a note to the editor."
)
TARGET_UNKNOWN = (
    "We cannot find what you are answering. You can still send your words as a guest blog or as "
    "a note to the editor."
)
UNKNOWN_RECEIPT = (
    "These seven words open nothing here. Look at each once more, and at their order. If they are "
    "right, the receipt is no longer kept: it works until 90 days after a matter is settled."
)
