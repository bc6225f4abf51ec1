// Contrast of text on its background is at least 7:1 (WCAG 1.4.6), in the light and in the dark.
const LIGHT = { ground: '#eef1f4', sheet: '#ffffff', text: '#1c2730', faint: '#46535e', accent: '#0b4f7d' };

/** The look of each element. */
export const STYLES = {
  page: `margin:0;padding:0;background-color:${LIGHT.ground};color:${LIGHT.text};font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55;-webkit-text-size-adjust:100%`,
  sheet: 'max-width:600px;margin:0 auto;padding:16px',
  head: `margin:0;padding:12px 8px 16px;font-size:18px;font-weight:bold;color:${LIGHT.accent}`,
  body: `padding:24px 24px 8px;background-color:${LIGHT.sheet};border-top:4px solid ${LIGHT.accent};border-radius:4px`,
  part: 'margin:0 0 24px',
  // Names may be long words, which a phone has to break.
  paragraph: 'margin:0 0 16px;overflow-wrap:break-word;word-break:break-word',
  quote: `margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid ${LIGHT.accent};overflow-wrap:break-word;word-break:break-word`,
  list: 'margin:0 0 16px;padding:0 0 0 24px',
  entry: 'margin:0 0 4px;overflow-wrap:break-word;word-break:break-word',
  buttonTable: 'margin:8px 0 24px',
  cell: `background-color:${LIGHT.accent};border-radius:6px;padding:12px 24px`,
  button: 'display:block;color:#ffffff;font-weight:bold;text-decoration:none',
  link: `color:${LIGHT.accent};text-decoration:underline`,
  rule: `margin:0 0 24px;border:0;border-top:1px solid ${LIGHT.faint}`,
  signature: 'margin:24px 0 0',
  foot: 'padding:16px 8px',
  small: `margin:0 0 12px;font-size:14px;line-height:1.5;color:${LIGHT.faint};overflow-wrap:break-word;word-break:break-word`,
} as const;

const NIGHT = { ground: '#12171b', sheet: '#1d252b', text: '#e8edf1', faint: '#b6c1c9', accent: '#8ec7f2' };

/** For readers who prefer the dark. `!important`, since it has to outdo inline styles. */
export const DARK = `
@media (prefers-color-scheme: dark) {
.page { background-color: ${NIGHT.ground} !important; color: ${NIGHT.text} !important }
.body { background-color: ${NIGHT.sheet} !important; border-color: ${NIGHT.accent} !important }
.head, .link { color: ${NIGHT.accent} !important }
.quote { border-color: ${NIGHT.accent} !important }
.cell { background-color: ${NIGHT.accent} !important }
.button { color: #10202c !important }
.small { color: ${NIGHT.faint} !important }
}
`;
