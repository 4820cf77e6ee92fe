/** The card for the home page. */
export const homeMessages = {
  link: 'All environments',
  details: 'Details of {{environment}}',
  loading: 'Loading the environments',
} as const;
