import { isMap, isScalar, type Document } from 'yaml';
import { encryptText } from './ciphertext';
import {
  metadataPairs,
  parseSops,
  readValues,
  readVerified,
  type OpenedSops,
} from './OpenedSops';
import { removalEdits } from './removalEdits';
import { settingEdits, type Place } from './settingEdits';
import { checkChange, targetOf, type SopsChange } from './SopsChange';
import { applyEdits, columnOf, type TextEdit } from './textEdit';
import { Trail } from './trail';
import { SopsError } from './SopsError';
import { notVerified, verifyChange } from './verifyChange';
import {
  isInBrackets,
  keyOf,
  pairOf,
  replaceScalar,
  startOf,
  unsupportedForm,
} from './yamlPlaces';
import type { YamlText } from './yamlText';

/**
 * Makes one change of a verified file, with the same data key. Only the lines that the change concerns, `lastmodified`
 * and `mac` differ afterwards. The result is verified like any file and compared with what was there before.
 *
 * @throws SopsError; then there is no result
 */
export function changeOpened(
  opened: OpenedSops,
  change: SopsChange,
  now: Date,
): OpenedSops {
  checkChange(change);
  const edited = editValue(opened, change);
  try {
    const signed = parseSops(sign(edited, opened, now));
    const result = readVerified(signed, opened.dataKey);
    verifyChange(opened, result, change);
    return result;
  } catch (error) {
    // What is wrong with the result is nothing that its reader could mend.
    throw error instanceof SopsError ? notVerified(change, error) : error;
  }
}

function editValue(opened: OpenedSops, change: SopsChange): string {
  const { text, dataKey } = opened;
  const parsed = parseSops(text);
  const trail = new Trail(targetOf(change));
  readValues(parsed, dataKey, trail);
  const { steps } = trail;
  const indent = indentOf(parsed.source);
  const place: Place = { text, target: trail.path, steps, indent };
  const { selection } = parsed;
  const edits =
    'set' in change
      ? settingEdits(place, change.to, { selection, dataKey })
      : removalEdits(place);
  return applyEdits(text, edits);
}

/** Computes the MAC of a changed text, and writes it with the time into the `sops` section of every document. */
function sign(text: string, { dataKey }: OpenedSops, now: Date): string {
  const parsed = parseSops(text);
  const { mac } = readValues(parsed, dataKey);
  const time = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const fields = { lastmodified: time, mac: encryptText(mac, dataKey, time) };
  const edits = parsed.source.documents.flatMap(document =>
    Object.entries(fields).flatMap(([name, by]) =>
      replaceField(text, document, { name, by }),
    ),
  );
  return applyEdits(text, edits);
}

function replaceField(
  text: string,
  document: Document.Parsed,
  { name, by }: { name: string; by: string },
): TextEdit[] {
  const section = metadataPairs(document)[0]?.value;
  const node = pairOf(section, name)?.value;
  // SOPS writes its section into every document, but reads only that of the first.
  if (node === undefined) return [];
  if (!isScalar(node)) throw unsupportedForm('a damaged `sops` section');
  const inBrackets = isInBrackets(section);
  const edit = replaceScalar(text, node, { by, inBrackets });
  const isTime = name === 'lastmodified';
  // Bare, a time is not a text to every reader.
  return [isTime && edit.text === by ? { ...edit, text: `"${by}"` } : edit];
}

/** How far the `sops` section is indented, which is how sops indents the whole file. */
function indentOf({ text, documents }: YamlText): number {
  const section = metadataPairs(documents[0])[0]?.value;
  const first = isMap(section) && !section.flow ? section.items[0] : undefined;
  return first ? columnOf(text, startOf(keyOf(first))) : 2;
}
