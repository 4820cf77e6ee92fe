/** The time that the emulated GitLab believes it is: it stands, or it is the real time. */
export class Clock {
  private standing: Date | null = null;

  now(): Date {
    return new Date(this.standing ?? Date.now());
  }

  /** Where the clock stands, or null while it runs. */
  get standsAt(): Date | null {
    return this.standing;
  }

  /** Stops the clock at that instant; with null it runs in real time. */
  set(instant: Date | null): void {
    this.standing = instant;
  }
}
