import { Formats } from './Formats';

const now = new Date('2026-06-01T12:00:00Z');

describe('Formats', () => {
  it('tells how long ago something was, in whole units', () => {
    const formats = new Formats('en');
    expect(formats.ago('2026-06-01T11:59:30Z', now)).toBe('now');
    expect(formats.ago('2026-06-01T11:54:10Z', now)).toBe('5 minutes ago');
    expect(formats.ago('2026-06-01T09:00:00Z', now)).toBe('3 hours ago');
    expect(formats.ago('2026-05-25T12:00:00Z', now)).toBe('7 days ago');
  });

  it('does not speak of the future where the clocks differ', () => {
    expect(new Formats('en').ago('2026-06-01T12:03:00Z', now)).toBe('now');
  });

  it('shows days of GitLab in UTC, whatever the time zone of the viewer', () => {
    expect(new Formats('en').date('2026-01-01')).toBe('Jan 1, 2026');
  });

  it('speaks the language of the viewer', () => {
    const formats = new Formats('fr');
    expect(formats.inDays(12)).toBe('dans 12 jours');
    expect(formats.days(1)).toBe('1\u00a0jour');
    expect(formats.list(['api', 'sudo'])).toBe('api et sudo');
  });
});
