import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** Props of components that people see or hear. */
const SEEN_PROPS = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'deepLinkTitle',
  'description',
  'emptyContent',
  'helperText',
  'label',
  'labelRowsPerPage',
  'noOptionsText',
  'openText',
  'closeText',
  'clearText',
  'placeholder',
  'primary',
  'secondary',
  'subheader',
  'subtitle',
  'summary',
  'title',
  'tooltip',
]);

const LETTERS = /\p{L}{2}/u;

function componentFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map(name => join(folder, name));
}

/** The literals that an expression can become: both branches of a choice, the parts of a template. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) {
    return [node.text];
  }
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(it => it.literal.text)];
  }
  if (ts.isParenthesizedExpression(node)) {
    return literalsOf(node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    const isChoice = [
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.PlusToken,
    ].includes(node.operatorToken.kind);
    return [
      ...(isChoice ? literalsOf(node.left) : []),
      ...literalsOf(node.right),
    ];
  }
  return [];
}

function attributeTexts(attribute: ts.JsxAttribute): string[] {
  const { initializer, name } = attribute;
  if (!initializer || !SEEN_PROPS.has(name.getText())) {
    return [];
  }
  if (ts.isStringLiteral(initializer)) {
    return [initializer.text];
  }
  return ts.isJsxExpression(initializer) && initializer.expression
    ? literalsOf(initializer.expression)
    : [];
}

function propertyName({ name }: ts.PropertyAssignment): string {
  return ts.isComputedPropertyName(name) ? '' : name.text;
}

/** What a node of the syntax tree shows to people without asking for a translation. */
function textsOf(node: ts.Node): string[] {
  if (ts.isJsxText(node)) {
    return [node.text.trim()];
  }
  if (ts.isJsxAttribute(node)) {
    return attributeTexts(node);
  }
  if (ts.isPropertyAssignment(node)) {
    return SEEN_PROPS.has(propertyName(node))
      ? literalsOf(node.initializer)
      : [];
  }
  const isChild =
    ts.isJsxExpression(node) &&
    (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
  return isChild && node.expression ? literalsOf(node.expression) : [];
}

/** The texts of a source that are written into it, each with its line. */
function hardCodedTexts(name: string, source: string): string[] {
  const file = ts.createSourceFile(
    name,
    source,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(
      ...textsOf(node)
        .filter(text => LETTERS.test(text))
        .map(text => `${name}:${line + 1}: ${text}`),
    );
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the texts of the components', () => {
  it('are all messages, which can be translated', () => {
    const files = componentFiles(__dirname);
    expect(files.length).toBeGreaterThan(50);
    expect(
      files.flatMap(file =>
        hardCodedTexts(relative(__dirname, file), readFileSync(file, 'utf8')),
      ),
    ).toEqual([]);
  });

  it.each([
    ['a text', '<p>Hello there</p>', 'Hello there'],
    ['a text beside an expression', '<p>{count} tokens</p>', 'tokens'],
    ['a string as a child', "<p>{'Hello'}</p>", 'Hello'],
    ['a choice', "<p>{isOn ? 'Shown' : t('hidden')}</p>", 'Shown'],
    ['a condition', "<p>{isOn && 'Shown'}</p>", 'Shown'],
    ['a template', '<p>{`${count} tokens`}</p>', ' tokens'],
    ['a title', '<a title="Open">{x}</a>', 'Open'],
    ['a label for screen readers', '<a aria-label="Open">{x}</a>', 'Open'],
    ['a label in braces', "<Field label={'Name'} />", 'Name'],
    ['a label in props', "<A inputProps={{ 'aria-label': 'Name' }} />", 'Name'],
    ['a fallback', "<Field placeholder={name ?? 'Name'} />", 'Name'],
  ])('would be found: %s', (_, source, text) => {
    expect(hardCodedTexts('x.tsx', source)).toEqual([`x.tsx:1: ${text}`]);
  });

  it.each([
    ['a message', "<p title={t('page.title')}>{t('page.subtitle')}</p>"],
    ['a class', '<p className="text" id="name">{x}</p>'],
    ['punctuation', '<p>{a} · {b}</p>'],
    ['a colour', '<Button color="primary" variant="outlined" />'],
  ])('are not confused with %s', (_, source) => {
    expect(hardCodedTexts('x.tsx', source)).toEqual([]);
  });
});
