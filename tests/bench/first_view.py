"""The first view of a page: what a browser that was never there before asks for and gets."""

from dataclasses import dataclass, field

from playwright.sync_api import sync_playwright

from tests import programs


@dataclass
class FirstView:
    """Requests by address, bytes as they travelled, all and those of style sheets."""

    addresses: list = field(default_factory=list)
    bytes: int = 0
    style_bytes: int = 0


def first_view(url):
    """Open `url` in Chromium, scrolled to its end; return the FirstView."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=programs.chromium(),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        page = browser.new_page()
        view, asked = FirstView(), {}
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")

        def ask(event):
            asked[event["requestId"]] = event.get("type", "")
            view.addresses.append(event["request"]["url"])

        def arrive(event):
            view.bytes += int(event["encodedDataLength"])
            if asked[event["requestId"]] == "Stylesheet":
                view.style_bytes += int(event["encodedDataLength"])

        network.on("Network.requestWillBeSent", ask)
        network.on("Network.loadingFinished", arrive)
        page.goto(url, wait_until="networkidle")
        page.keyboard.press("End")
        page.wait_for_load_state("networkidle")
        browser.close()
    return view
