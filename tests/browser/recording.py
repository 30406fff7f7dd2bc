"""What a browser did behind the page: its requests, and what it complained of."""

from urllib.parse import urlsplit

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`Policy violated: ${event.violatedDirective} by ${event.blockedURI}`);
});
"""


class Recording:
    """Everything that the pages of one browser context requested and wrote to the console."""

    def __init__(self, context):
        self.requests, self.complaints = [], []
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("request", lambda request: self.requests.append(request))
        context.on("console", self._complain)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _complain(self, message):
        # The browser's own note that a page had an error status is what that page is about.
        if message.type in ("error", "warning") and "the server responded" not in message.text:
            self.complaints.append(message.text)

    def hosts(self):
        """Return every host that was asked for anything."""
        addresses = [urlsplit(request.url) for request in self.requests]
        return {url.netloc for url in addresses if url.scheme not in ("data", "blob", "about")}
