// @pnp/graph, the community's own for JavaScript.
import { ClientCertificateCredential, ClientSecretCredential } from "@azure/identity";
import { GraphBrowser, graphfi, graphPost } from "@pnp/graph";
import "@pnp/graph/batching.js";
import "@pnp/graph/presets/all.js";
import { BearerToken, body, HttpRequestError, InjectHeaders } from "@pnp/queryable";
import { check, council, DEPOTS, MANY, refused, run, same, TITLES } from "./checks.mjs";

const { line } = council;
const SCOPE = "https://graph.microsoft.com/.default";
const UNINDEXED = "HonorNonIndexedQueriesWarningMayFailRandomly";

async function signedIn(credential) {
  const { token } = await credential.getToken(SCOPE);
  return graphfi().using(GraphBrowser(), BearerToken(token));
}

const graph = await signedIn(
  new ClientCertificateCredential(line.tenant, line.client_id, { certificatePath: line.certificate }),
);
const site = async () => graph.sites.getById((await (await graph.sites.getByUrl(council.host, council.path))()).id);
const items = async () => (await site()).lists.getById(DEPOTS).items;
const drive = async () => graph.drives.getById((await (await site()).drive()).id);
const box = () => graph.users.getById(council.mailbox);
const mail = (subject) => ({
  subject,
  body: { contentType: "html", content: "<p>The gate is mended.</p>" },
  toRecipients: [{ emailAddress: { address: council.ivy } }],
});
const told = async (error) => [
  error instanceof HttpRequestError,
  error.status,
  (await error.response.json()).error.code,
];
const denied = (promise, status, code) => refused(promise, told, [true, status, code]);

check("token by secret", async () => {
  const secret = new ClientSecretCredential(line.tenant, line.client_id, line.client_secret);
  same((await (await signedIn(secret)).users.getById(council.ivy)()).displayName, "Ivy Marsh");
});

check("token by certificate, site by path", async () => {
  const found = await (await graph.sites.getByUrl(council.host, council.path))();
  same([found.webUrl, found.displayName], [line.site, "Corporate Plans"]);
});

check("lists and columns", async () => {
  const lists = (await (await site()).lists()).map((each) => each.displayName);
  same([lists.includes(DEPOTS), lists.includes("Documents")], [true, true]);
  const columns = await (await site()).lists.getById(DEPOTS).columns();
  const bays = columns.find((each) => each.name === "Bays");
  same([bays.indexed, typeof bays.number], [true, "object"]);
});

check("list made with columns of each type", async () => {
  const lists = (await site()).lists;
  const made = await lists.add({ displayName: "Gates", list: { template: "genericList" } });
  const gates = lists.getById(made.id);
  const columns = [
    { name: "Note", text: { allowMultipleLines: true } },
    { name: "Count", number: {} },
    { name: "Open", boolean: {} },
    { name: "State", choice: { choices: ["Red", "Green"] } },
    { name: "Tags", choice: { choices: ["A", "B"], displayAs: "checkBoxes" } },
    { name: "Due", dateTime: { format: "dateOnly" } },
    { name: "Owner", personOrGroup: {} },
  ];
  for (const column of columns) await graphPost(gates.columns, body(column));
  const wish = { Note: "One\nTwo", Count: 2.5, Open: true, State: "Red", Tags: ["A", "B"], OwnerLookupId: "1" };
  const typed = { Title: "Gate", Due: "2026-03-01", "Tags@odata.type": "Collection(Edm.String)" };
  const { id } = await gates.items.add({ fields: { ...wish, ...typed } });
  const { fields } = await gates.items.getById(id).expand("fields")();
  same(Object.fromEntries(Object.keys(wish).map((name) => [name, fields[name]])), wish);
  same(fields.Due, "2026-03-01T00:00:00Z");
});

check("items: read, changed, deleted", async () => {
  const one = (await items()).getById("7");
  await one.update({ fields: { Ward: "East" } });
  same((await one.expand("fields")()).fields.Ward, "East");
  await (await items()).getById("7").delete();
  await denied((await items()).getById("7")(), 404, "itemNotFound");
});

check(`${MANY} items in pages`, async () => {
  const seen = [];
  for await (const page of (await items()).expand("fields($select=Title)").top(100))
    seen.push(...page.map((item) => item.fields.Title));
  same(seen, TITLES);
});

check("filter and order", async () => {
  const asked = (await items()).expand("fields").filter("fields/Bays gt 440 and fields/Bays le 443");
  same((await asked.orderBy("fields/Bays", false)()).map((each) => each.fields.Bays), [443, 442, 441]);
  const byWard = async () => (await items()).filter("fields/Ward eq 'North'").top(300);
  await denied((await byWard())(), 400, "invalidRequest");
  same((await (await byWard()).using(InjectHeaders({ Prefer: UNINDEXED }))()).length, MANY / 2);
});

check("stale If-Match is 412", async () => {
  const { eTag } = await (await items()).getById("1")();
  const change = async (Ward) =>
    (await items()).getById("1").using(InjectHeaders({ "If-Match": eTag })).update({ fields: { Ward } });
  await change("East");
  await denied(change("West"), 412, "resourceModified");
});

check("items versions", async () => {
  const one = (await items()).getById("1");
  await one.update({ fields: { Ward: "East" } });
  same((await one.versions()).map((each) => each.id), ["2.0", "1.0"]);
});

check("batch", async () => {
  const [batched, execute] = graph.batched();
  const all = batched.sites.getById((await (await graph.sites.getByUrl(council.host, council.path))()).id);
  const answers = ["1", "2", "9999"].map((key) => all.lists.getById(DEPOTS).items.getById(key)());
  const settled = Promise.allSettled(answers);
  await execute();
  same((await settled).map((each) => each.value?.id ?? each.reason.status), ["1", "2", 404]);
});

check("mail: drafted, changed, sent", async () => {
  const draft = await box().messages.add(mail("Draft"));
  same(draft.isDraft, true);
  await box().messages.getById(draft.id).update({ subject: "Final" });
  await box().messages.getById(draft.id).send();
  same(await council.subjects(council.ivy), ["Final"]);
});

check("sendMail", async () => {
  await box().sendMail(mail("At once"), true);
  same(await council.subjects(council.ivy), ["At once"]);
  same(await council.subjects(council.mailbox, "sentitems"), ["At once"]);
});

check("inbox: listed, filtered, marked", async () => {
  for (const subject of ["First", "Second"]) await council.receive(subject);
  const inbox = box().mailFolders.getById("inbox").messages;
  const found = await inbox.filter("subject eq 'Second'").select("subject", "from")();
  same(found.map((each) => [each.subject, each.from.emailAddress.address]), [["Second", "jo@far.example"]]);
  same((await box().messages.getById(found[0].id).update({ isRead: true })).isRead, true);
});

check("inbox delta", async () => {
  await council.receive("First");
  const known = await box().mailFolders.getById("inbox").messages.delta()();
  same(known.values.map((each) => each.subject), ["First"]);
  await box().messages.getById(known.values[0].id).delete();
  const changed = await known.delta();
  same(changed.values.map((each) => each["@removed"]?.reason), ["deleted"]);
  await council.expireDelta();
  await denied(changed.delta(), 410, "syncStateNotFound");
});

check("reply, move, folders", async () => {
  await council.receive("Depot");
  const [{ id }] = await box().mailFolders.getById("inbox").messages();
  const reply = await box().messages.getById(id).createReply();
  same([reply.subject, reply.toRecipients[0].emailAddress.address], ["RE: Depot", "jo@far.example"]);
  const folder = await box().mailFolders.add({ displayName: "Done" });
  same((await box().messages.getById(id).move(folder.id)).parentFolderId, folder.id);
  await denied(box().mailFolders.add({ displayName: "Done" }), 409, "ErrorFolderExists");
});

check("attachments", async () => {
  const draft = await box().messages.add(mail("With a file"));
  const attached = box().messages.getById(draft.id).attachments;
  await attached.addFile({ name: "one.txt" }, "b25l");
  same((await attached()).map((each) => [each.name, each.contentBytes]), [["one.txt", "b25l"]]);
});

check("file: uploaded, replaced, versions, downloaded", async () => {
  const root = (await drive()).root;
  const write = (content) => root.upload({ filePathName: "Paper.txt", content, contentType: "text/plain" });
  await write("one");
  const made = await write("two!");
  const one = (await drive()).getItemById(made.id);
  same((await one.versions()).map((each) => each.id), ["2.0", "1.0"]);
  same(await (await one.getContent()).text(), "two!");
  same((await (await drive()).getItemByPath("Paper.txt")()).size, 4);
});

check("file: upload session", async () => {
  const content = Buffer.alloc(400 * 1024, "0123456789abcdef");
  const cut = 320 * 1024;
  const root = (await drive()).getItemById((await (await drive()).root()).id);
  const { session, resumableUpload } = await root.createUploadSession({ item: { name: "big.bin" } });
  same(session.nextExpectedRanges, ["0-"]);
  await resumableUpload.upload(cut, content.subarray(0, cut), `bytes 0-${cut - 1}/${content.length}`);
  const rest = `bytes ${cut}-${content.length - 1}/${content.length}`;
  const made = await resumableUpload.upload(content.length - cut, content.subarray(cut), rest);
  same([made.name, made.size], ["big.bin", content.length]);
});

check("file: folders, renamed, deleted", async () => {
  const folder = await (await drive()).root.children.addFolder({ name: "Plans" });
  await (await drive()).getItemById(folder.id).update({ name: "Old plans" });
  same((await (await drive()).root.children()).map((each) => each.name), ["Old plans"]);
  await (await drive()).getItemById(folder.id).delete();
  await denied((await drive()).getItemById(folder.id)(), 404, "itemNotFound");
});

check("manager; throttled, the client's own retry succeeds", async () => {
  await council.throttle("/manager$");
  same((await graph.users.getById(council.ivy).manager()).displayName, "Noel Birch");
  same(await council.statuses("/manager"), [429, 200]);
});

check("users", async () => {
  same((await graph.users()).some((each) => each.mail === council.ivy), true);
  const ivy = await graph.users.getById(council.ivy).select("displayName", "jobTitle")();
  same([ivy.displayName, ivy.jobTitle, ivy.mail], ["Ivy Marsh", "Head of Parks", undefined]);
  await denied(graph.users.getById("nobody@far.example")(), 404, "Request_ResourceNotFound");
});

check("what is not granted or not there is refused", async () => {
  await denied(graph.sites.getById("root")(), 403, "accessDenied");
  await denied(graph.users.getById(council.ivy).messages(), 403, "ErrorAccessDenied");
  await denied(box().messages.getById("AAMk")(), 404, "ErrorItemNotFound");
  await denied((await items()).getById("1").update({ fields: { Nothing: 1 } }), 400, "invalidRequest");
});

await run();
