"""The pages that are measured on a site."""

HOT = "hot post"
# As near as there is to 50 replies and 1,500 words.
HOT_POST = """
    SELECT post.id, year, month, slug, counted.replies FROM contributions_post AS post
    JOIN (
        SELECT post_id, count(*) AS replies FROM contributions_reply GROUP BY post_id
    ) AS counted ON counted.post_id = post.id
    ORDER BY 100 * abs(counted.replies - 50) + abs(length(body) - 9000), post.id LIMIT 1
"""
LABEL = """
    SELECT slug FROM contributions_label AS label
    JOIN contributions_post_labels AS given ON given.label_id = label.id
    GROUP BY slug ORDER BY count(*) DESC, slug LIMIT 1
"""


class Pages:
    """Addresses by name; `target` is how a reply to the hot post names it."""

    def __init__(self, site):
        [(self.post, year, month, slug, self.replies)] = site.rows(HOT_POST)
        [(label,)] = site.rows(LABEL)
        self.target = f"post:{self.post}"
        self.hot = f"/{year}/{month:02}/{slug}.html"
        self.all = {
            HOT: self.hot,
            "front page": "/",
            "archive": f"/{year}/{month:02}/",
            "label": f"/labels/{label}/",
            "feed": "/feeds/posts/",
        }
