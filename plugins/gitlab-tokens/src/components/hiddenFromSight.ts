/** The style of what is read out and not drawn. It must stand in something that has a position. */
export const HIDDEN_FROM_SIGHT = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
} as const;
