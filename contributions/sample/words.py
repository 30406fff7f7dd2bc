"""Words for a site of invented texts: a few that are everywhere, many that are rare."""

from functools import cache
from itertools import accumulate
from random import Random

COMMON = """
the of and to in a that is it for we was on with they not as be are have this but at from or
had you by has no will there which who what when more one would all been if can their out about
do so up our them time now people work just how other into than some who after only before
"""
OF_THE_SERVICE = """
caseload officer staff team office union prison court region manager supervision report order
release licence sentence probation justice pay training target morale inspection contract
private public minister parliament review workload sickness vacancy email meeting assessment
template recall hostel interview trust reform management experience service client risk harm
"""
# Searched for as phrases.
PHRASES = [
    *("one word template", "rate card", "through the gate", "duty desk", "race to the bottom"),
    *("a living wage", "the long weekend", "unpaid work", "out of area", "advise assist befriend"),
]
INVENTED = 3_000
_BEGINNINGS = "b br c cl d dr f fl g gr h j k l m n p pl qu r s st t th tr v w"
_MIDDLES = "a ai ar e ea el en i il o oa on or ou u un"
_ENDS = "ble ck d dle ft l ld m mp n nd nk p rk rn rst sk st t tch th ver x"


@cache
def vocabulary():
    """Return (words and phrases, their cumulative weights): the nth is n times as rare."""
    draw, invented = Random(0), {}  # noqa: S311 - nothing is secret
    beginnings, middles, ends = _BEGINNINGS.split(), _MIDDLES.split(), _ENDS.split()
    while len(invented) < INVENTED:
        parts = [draw.choice(kind) for kind in (beginnings, middles) * draw.randint(1, 2)]
        invented["".join(parts) + draw.choice(ends)] = True
    words = [*COMMON.split(), *OF_THE_SERVICE.split(), *PHRASES, *invented]
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


class Writer:
    """Writes texts of given lengths, the same ones for the same `draw` (a random.Random)."""

    def __init__(self, draw):
        self.draw = draw

    def words(self, how_many):
        words, weights = vocabulary()
        return self.draw.choices(words, cum_weights=weights, k=how_many)

    def title(self):
        return " ".join(self.words(self.draw.randint(2, 8))).capitalize()

    def length(self, median, most):
        """Return a number of words: most texts are near the median, a few many times as long."""
        return min(round(self.draw.lognormvariate(0, 0.8) * median) + 3, most)

    def html(self, how_many):
        """Return paragraphs of that many words, some of them quoted."""
        words, paragraphs = self.words(how_many), []
        while words:
            size = self.draw.randint(30, 120)
            paragraph, words = f"<p>{self._sentences(words[:size])}</p>", words[size:]
            quoted = self.draw.random() < 0.08
            paragraphs.append(f"<blockquote>{paragraph}</blockquote>" if quoted else paragraph)
        return "".join(paragraphs)

    def _sentences(self, words):
        sentences = []
        while words:
            size = self.draw.randint(5, 22)
            sentence, words = " ".join(words[:size]), words[size:]
            sentences.append(f"{sentence[0].upper()}{sentence[1:]}.")
        return " ".join(sentences)
