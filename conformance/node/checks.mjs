// What a check needs besides its client: the council, its checks, and the lines of JSON that report them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import * as undici from "undici";

// Node's own fetch takes no proxy from the environment; this one does, as its documentation has it.
undici.setGlobalDispatcher(new undici.EnvHttpProxyAgent());
Object.assign(globalThis, {
  fetch: undici.fetch,
  Headers: undici.Headers,
  Request: undici.Request,
  Response: undici.Response,
  FormData: undici.FormData,
});

export const DEPOTS = "Depots";
export const MANY = 450;
export const TITLES = Array.from({ length: MANY }, (_, index) => `Depot ${String(index + 1).padStart(3, "0")}`);
const line = JSON.parse(readFileSync(process.argv[2], "utf8"));

async function control(method, path, body) {
  const answer = await fetch(`${line.ui}/_emulator${path}`, { method, body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

export const council = {
  line,
  host: new URL(line.site).host,
  convertsFiles: !spawnSync("soffice", ["--version"]).error,
  path: new URL(line.site).pathname,
  mailbox: line.mailbox,
  ivy: `ivy.marsh@${line.domain}`,
  reset: () => control("POST", "/reset"),
  expireDelta: () =>
    control("POST", "/faults", JSON.stringify({ match: { path: "/delta" }, fault: { kind: "expire_delta" } })),
  throttle: (path) =>
    control(
      "POST",
      "/faults",
      JSON.stringify({ match: { path }, fault: { kind: "status", status: 429, retry_after: 1 } }),
    ),
  statuses: async (path) =>
    (await control("GET", "/requests")).filter((each) => each.path.endsWith(path)).map((each) => each.status),
  receive: (subject) =>
    control(
      "POST",
      `/messages?mailbox=${line.mailbox}`,
      `From: Jo <jo@far.example>\r\nTo: ${line.mailbox}\r\nSubject: ${subject}\r\n\r\nIs it open?\r\n`,
    ),
  subjects: async (address, folder = "inbox") =>
    (await control("GET", `/messages?mailbox=${address}&folder=${folder}`)).map((each) => each.subject),
};

const checks = [];
export const check = (name, work) => checks.push([name, work]);

export function same(found, wanted) {
  if (!isDeepStrictEqual(found, wanted))
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

// The promise is refused with the client's own error, of which `tell` gives what is wanted.
export async function refused(promise, tell, wanted) {
  try {
    await promise;
  } catch (error) {
    return same(await tell(error), wanted);
  }
  throw new Error(`nothing was refused, ${JSON.stringify(wanted)} was expected`);
}

export async function run() {
  for (const [name, work] of checks) {
    const began = performance.now();
    let error = null;
    try {
      await council.reset();
      await work();
    } catch (raised) {
      error = `${raised?.name}: ${raised?.message}`;
    }
    const seconds = Math.round((performance.now() - began) / 10) / 100;
    console.log(JSON.stringify({ check: name, error, seconds }));
  }
  process.exit(0);
}
