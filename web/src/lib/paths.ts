// Every address of the app, in one place.
export const paths = {
  home: "/",
  start: "/mon-espace",
  login: "/connexion",
  register: "/inscription",
  confirm: "/confirmer",
  resend: "/renvoyer-la-confirmation",
  forgotten: "/mot-de-passe-oublie",
  reset: "/reinitialiser",
  legal: "/mentions",
  reference: "/referentiel",
  search: "/recherche",
  savedSearches: "/recherche/enregistrees",
  company: "/entreprise",
  skills: "/mes-competences",
  visibility: "/visibilite",
  account: "/compte",
  organisation: "/organisation",
  notices: "/organisations/$organisation/referentiel",
  sessionsStart: "/sessions",
  sessions: "/organisations/$organisation/sessions",
  sessionNew: "/organisations/$organisation/sessions/nouvelle",
  session: "/organisations/$organisation/sessions/$session",
  sessionGeneral: "/organisations/$organisation/sessions/$session/general",
  sessionCourses: "/organisations/$organisation/sessions/$session/modules",
  sessionSlots: "/organisations/$organisation/sessions/$session/creneaux",
  sessionParticipants: "/organisations/$organisation/sessions/$session/participants",
  sessionImport: "/organisations/$organisation/sessions/$session/participants/import",
  sessionResources: "/organisations/$organisation/sessions/$session/ressources",
  sessionRooms: "/organisations/$organisation/sessions/$session/salons-et-quiz",
  calendar: "/calendrier",
  mySessions: "/mes-sessions",
  mySession: "/mes-sessions/$session",
  sessionRecords: "/organisations/$organisation/sessions/$session/presences",
  sessionCertificates: "/organisations/$organisation/sessions/$session/attestations",
  myRecords: "/mes-presences",
  scan: "/emargement",
  signatureLink: "/emargement/lien",
  document: "/documents/$code",
  trainingsStart: "/formations",
  trainings: "/formations/$organisation",
  trainingNew: "/formations/$organisation/nouvelle",
  courses: "/formations/$organisation/modules",
  ownSkills: "/formations/$organisation/competences",
  training: "/formations/$organisation/$training",
  trainingCoverage: "/formations/$organisation/$training/couverture",
  trainingRevisions: "/formations/$organisation/$training/revisions",
  trainingRevision: "/formations/$organisation/$training/revisions/$number",
  invitation: "/invitation",
  admin: "/admin",
  adminOrganisations: "/admin/organisations",
  adminIndex: "/admin/index",
  adminCatalog: "/admin/catalogue",
} as const;

/** The sheets of the catalogue, each at its code. */
export const sheets = {
  job: "/referentiel/metiers/$code",
  skill: "/referentiel/competences/$code",
} as const;

/** Where attendance is taken at a slot. */
export const rollCall = (organisation: string, session: string, slot: string): string =>
  `/organisations/${organisation}/sessions/${session}/slots/${slot}/attendance`;

/** The addresses that need nothing filled in. */
export type Path = Exclude<(typeof paths)[keyof typeof paths], `${string}$${string}`>;
