-- Raise FORM in store.py with every change here. Times are UTC text as Graph prints them. `change` columns hold the number of the latest change, for delta.
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS sites (
    id TEXT PRIMARY KEY, host TEXT NOT NULL, path TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL,
    created TEXT NOT NULL, UNIQUE (host, path));
CREATE TABLE IF NOT EXISTS grants (
    id TEXT PRIMARY KEY, site TEXT NOT NULL, application TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL);

-- Everyone with a mailbox in the tenant. `kind`: person, shared, or outside (mail that left the tenant).
CREATE TABLE IF NOT EXISTS people (
    address TEXT PRIMARY KEY COLLATE NOCASE, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
    department TEXT NOT NULL, kind TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS managers (person TEXT PRIMARY KEY COLLATE NOCASE, manager TEXT NOT NULL);
-- Automatic replies: a mailbox's setting as Graph JSON, and who has been told since it was set.
CREATE TABLE IF NOT EXISTS absences (mailbox TEXT PRIMARY KEY COLLATE NOCASE, setting TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS absence_answers (
    mailbox TEXT NOT NULL COLLATE NOCASE, sender TEXT NOT NULL, PRIMARY KEY (mailbox, sender));

CREATE TABLE IF NOT EXISTS lists (
    id TEXT PRIMARY KEY COLLATE NOCASE, site TEXT NOT NULL, title TEXT NOT NULL COLLATE NOCASE, path TEXT NOT NULL,
    description TEXT NOT NULL, template TEXT NOT NULL, hidden INTEGER NOT NULL, created TEXT NOT NULL,
    modified TEXT NOT NULL, version INTEGER NOT NULL, UNIQUE (site, title));
CREATE TABLE IF NOT EXISTS columns (
    list TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL,
    PRIMARY KEY (list, name));
CREATE TABLE IF NOT EXISTS items (
    list TEXT NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, fields TEXT NOT NULL, version INTEGER NOT NULL,
    created TEXT NOT NULL, modified TEXT NOT NULL, created_by TEXT NOT NULL, modified_by TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0, change INTEGER NOT NULL, PRIMARY KEY (list, id));
CREATE INDEX IF NOT EXISTS items_by_change ON items (list, change);
CREATE TABLE IF NOT EXISTS item_versions (
    list TEXT NOT NULL, item INTEGER NOT NULL, version INTEGER NOT NULL, fields TEXT NOT NULL, modified TEXT NOT NULL,
    modified_by TEXT NOT NULL, PRIMARY KEY (list, item, version));

-- Files and folders of a document library; each is also an item of the library's list.
CREATE TABLE IF NOT EXISTS entries (
    id TEXT PRIMARY KEY, list TEXT NOT NULL, item INTEGER NOT NULL, parent TEXT, name TEXT NOT NULL COLLATE NOCASE,
    is_folder INTEGER NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL, version INTEGER NOT NULL,
    created TEXT NOT NULL, modified TEXT NOT NULL, UNIQUE (list, parent, name));
CREATE TABLE IF NOT EXISTS removed_entries (
    list TEXT NOT NULL, id TEXT NOT NULL, parent TEXT, is_folder INTEGER NOT NULL, change INTEGER NOT NULL,
    PRIMARY KEY (list, id));
-- `content` is the key of the version's bytes in `pieces`.
CREATE TABLE IF NOT EXISTS contents (
    entry TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL, size INTEGER NOT NULL, modified TEXT NOT NULL,
    PRIMARY KEY (entry, version));
CREATE TABLE IF NOT EXISTS pieces (
    content TEXT NOT NULL, first INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (content, first));
CREATE TABLE IF NOT EXISTS file_times (
    key TEXT NOT NULL, name TEXT NOT NULL, moment TEXT NOT NULL, PRIMARY KEY (key, name));
CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY, list TEXT NOT NULL, parent TEXT NOT NULL, name TEXT NOT NULL, conflict TEXT NOT NULL,
    received INTEGER NOT NULL, total INTEGER, expires REAL NOT NULL);

CREATE TABLE IF NOT EXISTS folders (
    id TEXT PRIMARY KEY, mailbox TEXT NOT NULL COLLATE NOCASE, parent TEXT, name TEXT NOT NULL COLLATE NOCASE,
    known_as TEXT, UNIQUE (mailbox, parent, name));
-- `document` is the message as Graph JSON without its ids; `mime` is what `$value` gives, empty while a draft: keys of
-- its attachments' contents in place of their base64, and behind it the bytes that `pieces` has under `rest`.
CREATE TABLE IF NOT EXISTS messages (
    number INTEGER PRIMARY KEY AUTOINCREMENT, mailbox TEXT NOT NULL COLLATE NOCASE, folder TEXT NOT NULL,
    item_id TEXT NOT NULL UNIQUE, immutable_id TEXT NOT NULL UNIQUE, internet_id TEXT NOT NULL,
    document TEXT NOT NULL, mime BLOB NOT NULL, rest TEXT, rest_size INTEGER NOT NULL, received TEXT NOT NULL, is_draft INTEGER NOT NULL,
    version INTEGER NOT NULL, visible_from REAL NOT NULL, created_change INTEGER NOT NULL, change INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS messages_by_change ON messages (folder, change);
CREATE INDEX IF NOT EXISTS messages_by_time ON messages (mailbox, received);
CREATE INDEX IF NOT EXISTS messages_by_folder ON messages (folder, received);
CREATE INDEX IF NOT EXISTS messages_by_internet_id ON messages (mailbox, internet_id);
CREATE INDEX IF NOT EXISTS messages_by_rest ON messages (rest);
CREATE TABLE IF NOT EXISTS removals (
    folder TEXT NOT NULL, message INTEGER NOT NULL, item_id TEXT NOT NULL, immutable_id TEXT NOT NULL,
    change INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS removals_by_change ON removals (folder, change);
CREATE TABLE IF NOT EXISTS extended (
    message INTEGER NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (message, id));
CREATE INDEX IF NOT EXISTS extended_by_value ON extended (id, value);
-- `content` is the key of its bytes in `pieces`; copies of a message share them.
CREATE TABLE IF NOT EXISTS attachments (
    id TEXT PRIMARY KEY, message INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, is_inline INTEGER NOT NULL,
    content_id TEXT, content TEXT NOT NULL, size INTEGER NOT NULL, modified TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS attachments_by_content ON attachments (content);
CREATE INDEX IF NOT EXISTS attachments_by_message ON attachments (message);
-- An attachment on its way, kept in `pieces` under the session's id; `part` is what it will be called.
CREATE TABLE IF NOT EXISTS attachment_sessions (
    id TEXT PRIMARY KEY, message INTEGER NOT NULL, part TEXT NOT NULL, received INTEGER NOT NULL,
    total INTEGER NOT NULL, expires REAL NOT NULL);
