/*
 * A plugin of age, by the protocol that plugins speak on their standard input and output. It only hides a file's key,
 * which is enough to see that a plugin is asked.
 */

interface Stanza {
  readonly words: string[];
  readonly body: string;
}

const STANZA = /^-> (.*)\n((?:[A-Za-z0-9+/]{64}\n)*(?:[A-Za-z0-9+/]{0,63}\n))/;

async function* readStanzas(): AsyncGenerator<Stanza> {
  let text = '';
  for await (const chunk of process.stdin) {
    text += chunk;
    for (;;) {
      const match = STANZA.exec(text);
      if (!match) break;
      text = text.slice(match[0].length);
      yield { words: match[1].split(' '), body: match[2].replace(/\n/g, '') };
    }
  }
}

function send(words: string, body = '') {
  process.stdout.write(`-> ${words}\n${body}\n`);
}

const mirror = (body: string) =>
  Buffer.from(body, 'base64').reverse().toString('base64').replace(/=+$/, '');

async function main(mode: string) {
  const stanzas = readStanzas();
  const received: Stanza[] = [];
  for (;;) {
    const { value } = await stanzas.next();
    if (!value || value.words[0] === 'done') break;
    received.push(value);
  }
  const isWrapping = mode.endsWith('recipient-v1');
  const wanted = isWrapping ? 'wrap-file-key' : 'recipient-stanza';
  const found = received.find(({ words }) => words[0] === wanted);
  const answer = isWrapping ? 'recipient-stanza 0 portal' : 'file-key 0';
  send(answer, mirror(found?.body ?? ''));
  await stanzas.next();
  send('done');
  process.exit(0);
}

main(process.argv[2]);
