export const states = {
  none: 'nichts eingereicht oder nicht öffentlich',
  draft: 'Entwurf',
  submitted: 'eingereicht',
  'changes-requested': 'Änderung erbeten',
  rejected: 'abgelehnt',
  public: 'öffentlich',
  suspended: 'gesperrt',
  archived: 'archiviert',
  resolved: 'erledigt',
  paused: 'angehalten',
  disabled: 'abgeschaltet',
};
