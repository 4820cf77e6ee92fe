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

  it('counts what is left by the second, and longer times by what is enough', () => {
    const formats = new Formats('en');
    const left = (seconds: number) => formats.left(seconds * 1000);
    expect([0.2, 1, 59, 119].map(left)).toEqual([
      '1 second',
      '1 second',
      '59 seconds',
      '119 seconds',
    ]);
    expect([120, 121, 7_199].map(left)).toEqual([
      '2 minutes',
      '3 minutes',
      '120 minutes',
    ]);
    expect([7_200, 3 * 86_400].map(left)).toEqual(['2 hours', '3 days']);
    expect(new Formats('ru').left(12_000)).toBe('12 секунд');
    expect(new Formats('ja').left(12_000)).toBe('12 秒');
  });

  it('tells a time to the second where it is to be exact', () => {
    const time = new Date(now.getTime() + 5_000).toISOString();
    const formats = new Formats('en');
    expect(formats.time(time, now)).toMatch(/^\d\d:\d\d\s.M$/);
    expect(formats.time(time, now, true)).toMatch(/^\d\d:\d\d:05\s.M$/);
  });

  it('knows English in all its kinds', () => {
    expect(new Formats('en-GB').isEnglish).toBe(true);
    expect(new Formats('fr').isEnglish).toBe(false);
  });

  it('speaks the language of the viewer', () => {
    const formats = new Formats('fr');
    expect(formats.inDays(12)).toBe('dans 12 jours');
    expect(formats.days(1)).toBe('1\u00a0jour');
    expect(formats.list(['api', 'sudo'])).toBe('api et sudo');
  });
});
