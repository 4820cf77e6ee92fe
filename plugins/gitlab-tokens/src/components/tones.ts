import {
  alpha,
  darken,
  lighten,
  makeStyles,
  Theme,
} from '@material-ui/core/styles';
import { Tone } from '../words/states';

/** The colour of a tone, dark enough for icons on light paper and light enough on dark paper. */
export function colourOf(tone: Tone, { palette }: Theme): string {
  const isDark = palette.type === 'dark';
  switch (tone) {
    case 'good':
      return isDark ? palette.success.light : palette.success.dark;
    case 'warning':
      return isDark
        ? palette.warning.light
        : darken(palette.warning.dark, 0.15);
    case 'error':
      return isDark ? palette.error.light : palette.error.main;
    default:
      return palette.text.secondary;
  }
}

/** The colour of words about what is wrong, on plain paper. */
export function errorTextColour({ palette }: Theme): string {
  return palette.type === 'dark'
    ? lighten(palette.error.light, 0.4)
    : palette.error.dark;
}

const toneStyle = (tone: Tone, theme: Theme) => ({
  '& svg': { color: colourOf(tone, theme) },
  backgroundColor: alpha(
    colourOf(tone, theme),
    tone === 'neutral' ? 0.07 : 0.12,
  ),
});

/** Classes that tint what they are put on: its background faintly, the icon inside it fully. */
export const useToneStyles = makeStyles(
  theme => ({
    good: toneStyle('good', theme),
    neutral: toneStyle('neutral', theme),
    warning: toneStyle('warning', theme),
    error: toneStyle('error', theme),
  }),
  { name: 'GitlabTokensTone' },
);
