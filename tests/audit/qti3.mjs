/* Items of QTI 2.1 from standard input, by name; the same as items of QTI 3 to standard output. */
import { text } from "node:stream/consumers";
import { convertQti2toQti3 } from "@citolab/qti-convert/qti-convert-node";

const made = {};
for (const [name, item] of Object.entries(JSON.parse(await text(process.stdin)))) {
  made[name] = await convertQti2toQti3(item);
}
process.stdout.write(JSON.stringify(made));
