"""Whatever a site has left behind: searched byte by byte for words that must not be there."""

from tests import postgres

TABLES = """
SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
"""
# The server's write-ahead log: what was in a statement that was rolled back is there as well.
LOGGED = """
SELECT count(*) FROM pg_ls_waldir() AS segment
WHERE position(%s::bytea IN pg_read_binary_file('pg_wal/' || segment.name)) > 0
"""


def traces(site, words):
    """Return (where, which word) for each of `words` found in what the site left behind.

    Searched are all files under its folder (database, write-ahead log, logs, temporary files,
    nginx's files) and, on PostgreSQL, every table and the server's write-ahead log.
    """
    words = [word.encode() for word in words]
    return [*_in_files(site.folder, words), *_in_postgresql(site, words)]


def _in_files(folder, words):
    for path in folder.rglob("*"):
        # The style sheets and scripts are the same for every site, and many.
        if path.is_file() and "static" not in path.relative_to(folder).parts:
            content = path.read_bytes()
            yield from ((str(path), word.decode()) for word in words if word in content)


def _in_postgresql(site, words):
    if not site.database_url:
        return
    with postgres.connect(site.database_url, site.database_url.rpartition("/")[2]) as database:
        for (table,) in database.execute(TABLES).fetchall():
            rows = database.execute(f"SELECT t::text FROM {table} AS t").fetchall()  # noqa: S608
            content = "\n".join(row for (row,) in rows).encode()
            yield from ((table, word.decode()) for word in words if word in content)
        for word in words:
            [(segments,)] = database.execute(LOGGED, [word]).fetchall()
            if segments:
                yield "pg_wal", word.decode()
