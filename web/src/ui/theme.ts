import { Badge, Button, createTheme, Menu, Modal, Tooltip, type CSSVariablesResolver } from '@mantine/core';

/** One accent colour, Inter, a 4 px grid, dense controls. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  components: {
    // A state that is cut off says nothing: a badge is as wide as its word.
    Badge: Badge.extend({ defaultProps: { variant: 'dot', size: 'sm', tt: 'none', fw: 500, miw: 'max-content' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    // Its placeholder for the first focus is a child that a menu may not have.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    // A dialog's header is no banner of the page.
    Modal: Modal.extend({ defaultProps: { centered: true, attributes: { header: { role: 'none' } } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } }),
  },
});

/** Where Mantine's own shades miss the contrast that WCAG AA asks for. */
export const contrastFixes: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
    '--mantine-color-red-filled-hover': '#b02525',
  },
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-anchor': 'var(--mantine-color-indigo-8)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-red-outline': 'var(--mantine-color-red-9)',
    '--mantine-color-red-light-color': 'var(--mantine-color-red-9)',
    '--mantine-color-teal-outline': 'var(--mantine-color-teal-9)',
    '--mantine-color-yellow-light-color': '#7a3e00',
    '--mantine-color-yellow-outline': '#7a3e00',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-anchor': 'var(--mantine-color-indigo-3)',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
  },
});
