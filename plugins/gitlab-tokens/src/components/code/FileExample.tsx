import { CodeFigure } from './CodeFigure';

/** What belongs into a file, to be copied into it. */
export function FileExample(props: { file: string; text: string }) {
  const { file, text } = props;
  return (
    <CodeFigure caption={file} name={file} text={() => text}>
      {text}
    </CodeFigure>
  );
}
