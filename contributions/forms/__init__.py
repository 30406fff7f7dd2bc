"""The forms a contributor meets."""

from contributions.forms.contact import ContactForm
from contributions.forms.returning import AnswerForm, ReceiptForm, SendAnswerForm
from contributions.forms.reviewed import TidyField
from contributions.forms.sending import SendForm

__all__ = [
    "AnswerForm",
    "ContactForm",
    "ReceiptForm",
    "SendAnswerForm",
    "SendForm",
    "TidyField",
]
