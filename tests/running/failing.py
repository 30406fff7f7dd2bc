"""A site that fails over somebody's words."""


class FailOnRequest:
    """Fail inside Django, the words of the request at hand, where a form asks for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and "fail" in request.POST:
            words = request.POST["text"]
            raise RuntimeError(f"failed over {words}")
        return self.get_response(request)
