// Runs one of npm's converters over files, as people call it: with its defaults, but where a name says otherwise.
// usage: node convert.mjs CONVERTER FOLDER ENDING FILE…   writes FOLDER/STEM.ENDING for each FILE
//        node convert.mjs --check CONVERTER              fails where it is not installed
// GIALINT_NODE_MODULES names the folder in which `npm install` was run.

import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const from = createRequire(path.join(process.env.GIALINT_NODE_MODULES ?? import.meta.dirname, "package.json"));
const load = async (name) => {
  try {
    return from(name);
  } catch (error) {
    if (error.code !== "ERR_REQUIRE_ESM" && error.code !== "ERR_PACKAGE_PATH_NOT_EXPORTED") throw error;
    const folder = path.join(path.dirname(from.resolve.paths(name)[0]), "node_modules", name);
    const about = JSON.parse(fs.readFileSync(path.join(folder, "package.json")));
    const entry = about.exports?.["."]?.import ?? about.exports?.["."] ?? about.exports ?? about.module ?? about.main;
    const file = typeof entry === "string" ? entry : (entry.default ?? entry.import ?? about.main);
    return import(pathToFileURL(path.join(folder, file)));
  }
};

const text = (file) => fs.readFileSync(file, "utf8");

const converters = {
  // turndown knows no tables: each cell becomes a paragraph of its own.
  turndown: async () => {
    const Turndown = await load("turndown");
    return (file) => new Turndown().turndown(text(file));
  },
  "turndown-gfm": async () => {
    const Turndown = await load("turndown");
    const { gfm } = await load("turndown-plugin-gfm");
    return (file) => new Turndown({ headingStyle: "atx" }).use(gfm).turndown(text(file));
  },
  "turndown-joplin": async () => {
    const Turndown = await load("@joplin/turndown");
    const { gfm } = await load("@joplin/turndown-plugin-gfm");
    return (file) => new Turndown({ headingStyle: "atx" }).use(gfm).turndown(text(file));
  },
  "node-html-markdown": async () => {
    const { NodeHtmlMarkdown } = await load("node-html-markdown");
    return (file) => NodeHtmlMarkdown.translate(text(file));
  },
  "html-to-text": async () => {
    const { convert } = await load("html-to-text");
    return (file) => convert(text(file));
  },
  "html-to-text-tables": async () => {
    const { convert } = await load("html-to-text");
    return (file) => convert(text(file), { wordwrap: false, selectors: [{ selector: "table", format: "dataTable" }] });
  },
  "html-to-md": async () => {
    const convert = await load("html-to-md");
    return (file) => (convert.default ?? convert)(text(file));
  },
  "rehype-remark": async () => {
    const { unified } = await load("unified");
    const [parse, remark, gfm, stringify] = await Promise.all(
      ["rehype-parse", "rehype-remark", "remark-gfm", "remark-stringify"].map(load));
    const pipe = unified().use(parse.default).use(remark.default).use(gfm.default).use(stringify.default);
    return async (file) => String(await pipe.process(text(file)));
  },
  "dom-to-semantic-markdown": async () => {
    const { convertHtmlToMarkdown } = await load("dom-to-semantic-markdown");
    const { JSDOM } = await load("jsdom");
    return (file) => convertHtmlToMarkdown(text(file), { overrideDOMParser: new (new JSDOM("").window.DOMParser)() });
  },
  // What a browser's reader view shows, as Markdown: how note-taking programs clip pages.
  "readability-turndown": async () => {
    const { Readability } = await load("@mozilla/readability");
    const { JSDOM } = await load("jsdom");
    const Turndown = await load("turndown");
    const { gfm } = await load("turndown-plugin-gfm");
    return (file) => {
      const article = new Readability(new JSDOM(text(file)).window.document).parse();
      const markdown = new Turndown({ headingStyle: "atx" }).use(gfm).turndown(article?.content ?? "");
      return `# ${article?.title ?? ""}\n\n${markdown}`;
    };
  },
  defuddle: async () => {
    const { Defuddle } = await import(pathToFileURL(path.join(path.dirname(from.resolve("defuddle")), "node.js")));
    const { JSDOM } = await load("jsdom");
    return async (file) => {
      const found = await Defuddle(new JSDOM(text(file)).window.document, "https://example.gov.cn/", { markdown: true });
      return `# ${found.title}\n\n${found.contentMarkdown ?? found.content}`;
    };
  },
  "mammoth-html": async () => {
    const mammoth = await load("mammoth");
    return async (file) => (await mammoth.convertToHtml({ path: file })).value;
  },
  "mammoth-markdown": async () => {
    const mammoth = await load("mammoth");
    return async (file) => (await mammoth.convertToMarkdown({ path: file })).value;
  },
  "mammoth-text": async () => {
    const mammoth = await load("mammoth");
    return async (file) => (await mammoth.extractRawText({ path: file })).value;
  },
  "pdf-parse": async () => {
    const { PDFParse } = await load("pdf-parse");
    return async (file) => (await new PDFParse({ data: fs.readFileSync(file) }).getText()).text;
  },
};

if (process.argv[2] === "--check") {
  await converters[process.argv[3]]();
  process.exit(0);
}
const [name, folder, ending, ...files] = process.argv.slice(2);
const convert = await converters[name]();
for (const file of files) {
  const written = path.join(folder, `${path.parse(file).name}.${ending}`);
  fs.writeFileSync(written, await convert(file));
}
process.exit(0); // some of them leave timers behind
