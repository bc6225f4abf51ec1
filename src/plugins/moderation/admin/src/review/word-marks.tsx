import { Box } from '@strapi/design-system';
import type { Piece } from '../domain/word-diff';

// Not by colour alone: removed words are struck through, new ones underlined.
const MARKS = {
  del: { background: 'danger100', textDecoration: 'line-through' },
  ins: { background: 'success100', textDecoration: 'underline' },
} as const;

/** A text with its changed words marked, as `<del>` or `<ins>` so that screen readers can tell. */
export function WordMarks({ pieces, mark }: { pieces: readonly Piece[]; mark: 'del' | 'ins' }) {
  const { background, textDecoration } = MARKS[mark];
  return (
    <Box tag="span" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {pieces.map(({ text, changed }, index) =>
        changed ? (
          <Box
            key={index}
            tag={mark}
            background={background}
            color="neutral800"
            hasRadius
            style={{ textDecoration, textDecorationThickness: '1px' }}
          >
            {text}
          </Box>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </Box>
  );
}
