// @microsoft/microsoft-graph-client, Microsoft's own for JavaScript.
import { ClientCertificateCredential, ClientSecretCredential } from "@azure/identity";
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  LargeFileUploadTask,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import { TokenCredentialAuthenticationProvider } from "@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js";
import { check, council, DEPOTS, MANY, refused, run, same, TITLES } from "./checks.mjs";

const { line } = council;
const SCOPE = "https://graph.microsoft.com/.default";
const UNINDEXED = "HonorNonIndexedQueriesWarningMayFailRandomly";
const credential = new ClientCertificateCredential(line.tenant, line.client_id, { certificatePath: line.certificate });
const authProvider = new TokenCredentialAuthenticationProvider(credential, { scopes: [SCOPE] });
const client = Client.initWithMiddleware({ authProvider });
const box = `/users/${council.mailbox}`;
const mail = (subject) => ({
  subject,
  body: { contentType: "html", content: "<p>The gate is mended.</p>" },
  toRecipients: [{ emailAddress: { address: council.ivy } }],
});

const site = async () => `/sites/${(await client.api(`/sites/${council.host}:${council.path}`).get()).id}`;
const items = async () => `${await site()}/lists/${DEPOTS}/items`;
const drive = async () => `/drives/${(await client.api(`${await site()}/drive`).get()).id}`;
const denied = (promise, status, code) =>
  refused(promise, (error) => [error instanceof GraphError, error.statusCode, error.code], [true, status, code]);

check("token by secret", async () => {
  const good = new ClientSecretCredential(line.tenant, line.client_id, line.client_secret);
  same(Boolean((await good.getToken(SCOPE)).token), true);
  const wrong = new ClientSecretCredential(line.tenant, line.client_id, "wrong");
  await refused(wrong.getToken(SCOPE), (error) => error.message.includes("AADSTS7000215"), true);
});

check("token by certificate, site by path", async () => {
  const found = await client.api(`/sites/${council.host}:${council.path}`).get();
  same([found.webUrl, found.displayName], [line.site, "Corporate Plans"]);
});

check("lists and columns", async () => {
  const lists = (await client.api(`${await site()}/lists`).get()).value.map((each) => each.displayName);
  same([lists.includes(DEPOTS), lists.includes("Documents")], [true, true]);
  const columns = (await client.api(`${await site()}/lists/${DEPOTS}/columns`).get()).value;
  const bays = columns.find((each) => each.name === "Bays");
  same([bays.indexed, typeof bays.number], [true, "object"]);
});

check("list made with columns of each type", async () => {
  const columns = [
    { name: "Note", text: { allowMultipleLines: true } },
    { name: "Count", number: {} },
    { name: "Open", boolean: {} },
    { name: "State", choice: { choices: ["Red", "Green"] } },
    { name: "Tags", choice: { choices: ["A", "B"], displayAs: "checkBoxes" } },
    { name: "Due", dateTime: { format: "dateOnly" } },
    { name: "Owner", personOrGroup: {} },
  ];
  const made = await client.api(`${await site()}/lists`).post({ displayName: "Gates", columns });
  const wish = { Note: "One\nTwo", Count: 2.5, Open: true, State: "Red", Tags: ["A", "B"], OwnerLookupId: "1" };
  const typed = { Title: "Gate", Due: "2026-03-01", "Tags@odata.type": "Collection(Edm.String)" };
  const all = `${await site()}/lists/${made.id}/items`;
  const { id } = await client.api(all).post({ fields: { ...wish, ...typed } });
  const { fields } = await client.api(`${all}/${id}`).expand("fields").get();
  same(Object.fromEntries(Object.keys(wish).map((name) => [name, fields[name]])), wish);
  same(fields.Due, "2026-03-01T00:00:00Z");
});

check("items: read, changed, deleted", async () => {
  const one = `${await items()}/7`;
  await client.api(`${one}/fields`).patch({ Ward: "East" });
  same((await client.api(`${one}/fields`).get()).Ward, "East");
  await client.api(one).delete();
  await denied(client.api(one).get(), 404, "itemNotFound");
});

check(`${MANY} items in pages`, async () => {
  const first = await client.api(await items()).expand("fields($select=Title)").top(100).get();
  const seen = [];
  await new PageIterator(client, first, (item) => Boolean(seen.push(item.fields.Title))).iterate();
  same(seen, TITLES);
});

check("filter and order", async () => {
  const asked = client.api(await items()).expand("fields").filter("fields/Bays gt 440 and fields/Bays le 443");
  const found = await asked.orderby("fields/Bays desc").get();
  same(found.value.map((each) => each.fields.Bays), [443, 442, 441]);
  const byWard = async () => client.api(await items()).filter("fields/Ward eq 'North'").top(300);
  await denied((await byWard()).get(), 400, "invalidRequest");
  same((await (await byWard()).header("Prefer", UNINDEXED).get()).value.length, MANY / 2);
});

check("stale If-Match is 412", async () => {
  const one = `${await items()}/1`;
  const { eTag } = await client.api(one).get();
  const change = (Ward) => client.api(`${one}/fields`).header("If-Match", eTag).patch({ Ward });
  await change("East");
  await denied(change("West"), 412, "resourceModified");
});

check("items delta: deletion, latest, expiry", async () => {
  const latest = await client.api(`${await items()}/delta?token=latest`).get();
  same(latest.value, []);
  await client.api(`${await items()}/2`).delete();
  await client.api(`${await items()}/3/fields`).patch({ Ward: "East" });
  const changed = await client.api(latest["@odata.deltaLink"]).get();
  same(changed.value.map((each) => [each.id, each.deleted?.state]), [["2", "deleted"], ["3", undefined]]);
  await council.expireDelta();
  await denied(client.api(changed["@odata.deltaLink"]).get(), 410, "resyncRequired");
});

check("batch with dependsOn", async () => {
  const all = `https://graph.microsoft.com${await items()}`;
  const change = { method: "PATCH", headers: { "Content-Type": "application/json" }, body: '{"Ward": "East"}' };
  const steps = [
    { id: "1", request: new Request(`${all}/1/fields`, change) },
    { id: "2", request: new Request(`${all}/1?$expand=fields`), dependsOn: ["1"] },
    { id: "3", request: new Request(`${all}/9999`), dependsOn: ["2"] },
    { id: "4", request: new Request(`${all}/2`), dependsOn: ["3"] },
  ];
  const content = await new BatchRequestContent(steps).getContent();
  const answers = new BatchResponseContent(await client.api("/$batch").post(content));
  same(steps.map(({ id }) => answers.getResponseById(id).status), [200, 200, 404, 424]);
  same((await answers.getResponseById("2").json()).fields.Ward, "East");
});

check("mail: drafted, changed, sent", async () => {
  const draft = await client.api(`${box}/messages`).post(mail("Draft"));
  same(draft.isDraft, true);
  await client.api(`${box}/messages/${draft.id}`).patch({ subject: "Final" });
  await client.api(`${box}/messages/${draft.id}/send`).post();
  same(await council.subjects(council.ivy), ["Final"]);
});

check("sendMail", async () => {
  await client.api(`${box}/sendMail`).post({ message: mail("At once") });
  same(await council.subjects(council.ivy), ["At once"]);
  same(await council.subjects(council.mailbox, "sentitems"), ["At once"]);
});

check("inbox: listed, filtered, marked, as bytes", async () => {
  for (const subject of ["First", "Second"]) await council.receive(subject);
  const inbox = client.api(`${box}/mailFolders/inbox/messages`);
  const { value } = await inbox.filter("subject eq 'Second'").select(["subject", "from"]).get();
  same(value.map((each) => [each.subject, each.from.emailAddress.address]), [["Second", "jo@far.example"]]);
  const one = `${box}/messages/${value[0].id}`;
  same((await client.api(one).patch({ isRead: true })).isRead, true);
  const bytes = await client.api(`${one}/$value`).responseType("text").get();
  same(bytes.includes("Subject: Second"), true);
});

check("inbox delta", async () => {
  await council.receive("First");
  const known = await client.api(`${box}/mailFolders/inbox/messages/delta`).get();
  same(known.value.map((each) => each.subject), ["First"]);
  await client.api(`${box}/messages/${known.value[0].id}`).delete();
  const changed = await client.api(known["@odata.deltaLink"]).get();
  same(changed.value.map((each) => each["@removed"]?.reason), ["deleted"]);
  await council.expireDelta();
  await denied(client.api(changed["@odata.deltaLink"]).get(), 410, "syncStateNotFound");
});

check("reply, move, folders", async () => {
  await council.receive("Depot");
  const { id } = (await client.api(`${box}/mailFolders/inbox/messages`).get()).value[0];
  const reply = await client.api(`${box}/messages/${id}/createReply`).post({ comment: "It is." });
  same([reply.subject, reply.toRecipients[0].emailAddress.address], ["RE: Depot", "jo@far.example"]);
  const folder = await client.api(`${box}/mailFolders`).post({ displayName: "Done" });
  const moved = await client.api(`${box}/messages/${id}/move`).post({ destinationId: folder.id });
  same(moved.parentFolderId, folder.id);
  await denied(client.api(`${box}/mailFolders`).post({ displayName: "Done" }), 409, "ErrorFolderExists");
});

check("attachments", async () => {
  const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "one.txt", contentBytes: "b25l" };
  const draft = await client.api(`${box}/messages`).post({ ...mail("With a file"), attachments: [file] });
  const attached = `${box}/messages/${draft.id}/attachments`;
  await client.api(attached).post({ ...file, name: "two.txt" });
  const { value } = await client.api(attached).get();
  same(value.map((each) => each.name).sort(), ["one.txt", "two.txt"]);
  same(await client.api(`${attached}/${value[0].id}/$value`).responseType("text").get(), "one");
});

check("file: uploaded, replaced, versions, downloaded", async () => {
  const path = `${await drive()}/root:/Paper %231.txt:/content`;
  for (const text of ["one", "two!"]) await client.api(path).put(text);
  const found = await client.api(path.replace(":/content", "")).get();
  same([found.name, found.size], ["Paper #1.txt", 4]);
  const one = `${await drive()}/items/${found.id}`;
  same((await client.api(`${one}/versions`).get()).value.map((each) => each.id), ["2.0", "1.0"]);
  same(await client.api(`${one}/content`).responseType("text").get(), "two!");
});

check("file: upload session, conflict behaviour", async () => {
  const content = Buffer.alloc(1 << 20, "0123456789abcdef");
  const begin = async (conflict) =>
    LargeFileUploadTask.createUploadSession(client, `${await drive()}/root:/big.bin:/createUploadSession`, {
      item: { "@microsoft.graph.conflictBehavior": conflict },
    });
  for (const [conflict, name] of [["replace", "big.bin"], ["rename", "big 1.bin"]]) {
    const file = { content, size: content.length, name: "big.bin", sliceFile: (range) => slice(content, range) };
    const task = new LargeFileUploadTask(client, file, await begin(conflict), { rangeSize: 320 * 1024 });
    same((await task.upload()).responseBody.name, name);
  }
  const bytes = await client.api(`${await drive()}/root:/big 1.bin:/content`).responseType("arraybuffer").get();
  same(Buffer.from(bytes).equals(content), true);
});

const slice = (content, range) => content.subarray(range.minValue, range.maxValue + 1);

check("lookup and hyperlink columns", async () => {
  const lists = `${await site()}/lists`;
  const wards = await client.api(lists).post({ displayName: "Wards" });
  await client.api(`${lists}/${wards.id}/items`).post({ fields: { Title: "Eastmoor" } });
  const columns = [
    { name: "In", lookup: { listId: wards.id, columnName: "Title" } },
    { name: "Page", hyperlinkOrPicture: { isPicture: false } },
  ];
  const made = await client.api(lists).post({ displayName: "Gates", columns });
  const read = (await client.api(`${lists}/${made.id}/columns`).get()).value;
  same(read.find((each) => each.name === "In").lookup.listId, wards.id);
  same(read.find((each) => each.name === "Page").hyperlinkOrPicture.isPicture, false);
  const all = `${lists}/${made.id}/items`;
  const { id } = await client.api(all).post({ fields: { Title: "Gate", InLookupId: "1" } });
  const { fields } = await client.api(`${all}/${id}`).expand("fields($select=Title,In,InLookupId)").get();
  same([fields.In, fields.InLookupId], ["Eastmoor", "1"]);
  const link = { Url: "https://far.example", Description: "Far" };
  await denied(client.api(`${all}/${id}/fields`).patch({ Page: link }), 400, "invalidRequest");
});

check("drive delta", async () => {
  const known = await client.api(`${await drive()}/root/delta`).get();
  await client.api(`${await drive()}/root:/new.txt:/content`).put("new");
  const changed = await client.api(known["@odata.deltaLink"]).get();
  same(changed.value.some((each) => each.name === "new.txt"), true);
});

check("file as PDF, or 406 without LibreOffice", async () => {
  const { id } = await client.api(`${await drive()}/root:/note.rtf:/content`).put("{\\rtf1 The gate is mended.}");
  const asked = client.api(`${await drive()}/items/${id}/content`).query({ format: "pdf" }).responseType("arraybuffer");
  if (!council.convertsFiles) return denied(asked.get(), 406, "notSupported");
  same(Buffer.from(await asked.get()).subarray(0, 5).toString(), "%PDF-");
});

check("attachment of 4 MB in an upload session", async () => {
  const { id } = await client.api(`${box}/messages`).post(mail("With a large file"));
  const content = Buffer.alloc(4 << 20, "0123456789abcdef");
  const wish = { AttachmentItem: { attachmentType: "file", name: "big.bin", size: content.length } };
  const attached = `${box}/messages/${id}/attachments`;
  const session = await LargeFileUploadTask.createUploadSession(client, `${attached}/createUploadSession`, wish);
  const file = { content, size: content.length, name: "big.bin", sliceFile: (range) => slice(content, range) };
  await new LargeFileUploadTask(client, file, session, { rangeSize: 320 * 1024 * 5 }).upload();
  const { value } = await client.api(attached).select(["id", "name"]).get();
  same(value.map((each) => each.name), ["big.bin"]);
  const bytes = await client.api(`${attached}/${value[0].id}/$value`).responseType("arraybuffer").get();
  same(Buffer.from(bytes).equals(content), true);
});

check("automatic replies", async () => {
  const wish = { status: "alwaysEnabled", internalReplyMessage: "Away.", externalAudience: "none" };
  await client.api(`${box}/mailboxSettings`).patch({ automaticRepliesSetting: wish });
  const found = await client.api(`${box}/mailboxSettings/automaticRepliesSetting`).get();
  same([found.status, found.internalReplyMessage, found.externalAudience], ["alwaysEnabled", "Away.", "none"]);
});

check("manager; throttled, the client's own retry succeeds", async () => {
  await council.throttle("/manager$");
  same((await client.api(`/users/${council.ivy}/manager`).get()).displayName, "Noel Birch");
  same(await council.statuses("/manager"), [429, 200]);
});

check("users", async () => {
  const { value } = await client.api("/users").get();
  same(value.some((each) => each.mail === council.ivy), true);
  const ivy = await client.api(`/users/${council.ivy}`).select(["displayName", "jobTitle"]).get();
  same([ivy.displayName, ivy.jobTitle, ivy.mail], ["Ivy Marsh", "Head of Parks", undefined]);
  await denied(client.api("/users/nobody@far.example").get(), 404, "Request_ResourceNotFound");
});

check("what is not granted or not there is refused", async () => {
  await denied(client.api("/sites/root").get(), 403, "accessDenied");
  await denied(client.api(`/users/${council.ivy}/messages`).get(), 403, "ErrorAccessDenied");
  await denied(client.api(`${box}/messages/AAMk`).get(), 404, "ErrorItemNotFound");
  await denied(client.api(`${await items()}/1/fields`).patch({ Nothing: 1 }), 400, "invalidRequest");
});

await run();
