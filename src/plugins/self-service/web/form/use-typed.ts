import { useRef, useState } from 'react';

/**
 * The text of a field whose value is not the text itself. What is typed stays as it is typed, until the value comes from
 * elsewhere.
 * @param value of now
 * @param write the text of a value
 * @param read the value of a text
 */
export function useTyped(
  value: unknown,
  { write, read }: { write: (value: unknown) => string; read: (text: string) => unknown },
  onChange: (value: unknown) => void,
): readonly [text: string, type: (text: string) => void] {
  const [text, setText] = useState(() => write(value));
  const said = useRef(value);
  if (JSON.stringify(said.current) !== JSON.stringify(value)) {
    said.current = value;
    setText(write(value));
  }
  const type = (next: string): void => {
    setText(next);
    said.current = read(next);
    onChange(said.current);
  };
  return [text, type];
}
