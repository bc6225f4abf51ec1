import type { Language } from '../../../../../domain/language';

/** Everything that self-service refuses, with the sentence shown to people. */
export const MESSAGES = {
  'not-found': {
    de: 'Diesen Eintrag gibt es nicht, oder Sie verwalten ihn nicht.',
    en: 'This entry does not exist, or you do not manage it.',
  },
  'session-ended': {
    de: 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.',
    en: 'Your session has ended. Please log in again.',
  },
  'field-not-writable': {
    de: '{field}: Dieses Feld setzt der Server. Bitte lassen Sie es weg.',
    en: '{field}: the server sets this field. Please leave it out.',
  },
  'field-unknown': {
    de: '{field}: Dieses Feld gibt es nicht. Bitte lassen Sie es weg.',
    en: '{field}: there is no such field. Please leave it out.',
  },
  'field-shape': {
    de: '{field}: Dieser Wert passt nicht. Erwartet wird: {expected}.',
    en: '{field}: this value does not fit. Expected: {expected}.',
  },
  'data-missing': {
    de: 'Der Inhalt fehlt. Bitte senden Sie ihn in der Form { "data": { … } }.',
    en: 'There is no content. Please send it in the form { "data": { … } }.',
  },
  'relation-not-found': {
    de: '{field}: Den Eintrag „{found}“ gibt es nicht. Bitte geben Sie eine gültige documentId an.',
    en: '{field}: there is no entry “{found}”. Please give a valid documentId.',
  },
  'relation-not-in-language': {
    de: '{field}: „{found}“ gibt es nicht in dieser Sprache. Bitte setzen Sie das Feld in der Sprache, in der es den Eintrag gibt; es gilt für alle.',
    en: '{field}: “{found}” does not exist in this language. Please set the field in a language in which it does; it holds for all.',
  },
  'business-not-managed': {
    de: '{field}: Diesen Betrieb verwalten Sie nicht. Bitte geben Sie einen eigenen an.',
    en: '{field}: you do not manage this business. Please name one of yours.',
  },
  'business-required': {
    de: '{field}: Bitte geben Sie an, zu welchem Ihrer Betriebe der Eintrag gehört.',
    en: '{field}: please say to which of your businesses this belongs.',
  },
  'file-not-owned': {
    de: '{field}: Diese Datei ist nicht von Ihnen. Bitte laden Sie das Bild selbst hoch.',
    en: '{field}: this file is not yours. Please upload the picture yourself.',
  },
  'locale-unknown': {
    de: 'Die Sprache „{found}“ gibt es hier nicht.',
    en: 'There is no language “{found}” here.',
  },
  'precondition-failed': {
    de: 'Der Eintrag wurde inzwischen geändert. Bitte laden Sie ihn neu und wiederholen Sie Ihre Änderung.',
    en: 'The entry has changed in the meantime. Please load it again and repeat your change.',
  },
  'no-files': {
    de: 'Es wurde keine Datei gesendet. Bitte senden Sie das Bild als multipart/form-data im Feld „files“.',
    en: 'No file was sent. Please send the picture as multipart/form-data in the field “files”.',
  },
  'too-many-files': {
    de: 'Das sind zu viele Dateien auf einmal. Bitte senden Sie höchstens {maximum}.',
    en: 'These are too many files at once. Please send {maximum} at most.',
  },
  'form-unreadable': {
    de: 'Das Formular ist nicht lesbar. Bitte prüfen Sie Content-Type samt boundary und ob es vollständig ist.',
    en: 'The form cannot be read. Please check Content-Type with its boundary, and that it is complete.',
  },
  'not-an-image': {
    de: '„{found}“ ist kein Bild, das sich lesen lässt. Bitte senden Sie ein JPEG, PNG oder WebP.',
    en: '“{found}” is not a picture that can be read. Please send a JPEG, PNG or WebP.',
  },
  'kind-not-allowed': {
    de: '„{found}“ ist kein JPEG, PNG oder WebP. Bitte speichern Sie das Bild in einem dieser Formate.',
    en: '“{found}” is not a JPEG, PNG or WebP. Please save the picture in one of these formats.',
  },
  'too-many-bytes': {
    de: '„{found}“ ist größer als 10 MB. Bitte verkleinern Sie das Bild.',
    en: '“{found}” is larger than 10 MB. Please make the picture smaller.',
  },
  'too-many-pixels': {
    de: '„{found}“ hat mehr als 25 Millionen Bildpunkte. Bitte verkleinern Sie das Bild.',
    en: '“{found}” has more than 25 million pixels. Please make the picture smaller.',
  },
  'upload-quota': {
    de: 'Für heute haben Sie genug Bilder hochgeladen. Bitte machen Sie in {hours} Std. weiter.',
    en: 'You have uploaded enough pictures for today. Please go on in {hours} h.',
  },
  'pictures-busy': {
    de: 'Im Moment werden zu viele Bilder hochgeladen. Bitte versuchen Sie es in einer Minute noch einmal.',
    en: 'Too many pictures are being uploaded at the moment. Please try again in a minute.',
  },
  'image-broken': {
    de: '„{found}“ ist beschädigt. Bitte speichern Sie das Bild neu und senden Sie es noch einmal.',
    en: '“{found}” is damaged. Please save the picture again and send it once more.',
  },
  'email-shape': {
    de: 'Das ist keine E-Mail-Adresse. Bitte geben Sie sie in der Form name@beispiel.de ein.',
    en: 'This is not an e-mail address. Please enter it in the form name@example.org.',
  },
  'invitation-invalid': {
    de: 'Die Einladung ist abgelaufen, wurde schon benutzt oder gilt für eine andere E-Mail-Adresse. Bitte lassen Sie sich neu einladen.',
    en: 'The invitation has expired, has been used, or is for another e-mail address. Please ask for a new one.',
  },
  'invitation-too-early': {
    de: 'Einladen können Sie, sobald der Eintrag zum ersten Mal veröffentlicht wurde.',
    en: 'You can invite people as soon as the listing has been published for the first time.',
  },
  'invitations-open': {
    de: 'Für diesen Betrieb sind schon {maximum} Einladungen offen. Bitte nehmen Sie eine zurück, oder warten Sie, bis eine angenommen ist.',
    en: 'This business has {maximum} open invitations already. Please take one back, or wait until one is accepted.',
  },
  'invitations-today': {
    de: 'Mehr als {maximum} Einladungen am Tag gehen nicht. Bitte laden Sie weitere Personen morgen ein.',
    en: 'There can be {maximum} invitations a day at most. Please invite more people tomorrow.',
  },
  'already-manager': {
    de: 'Dieses Konto verwaltet den Betrieb schon.',
    en: 'This account manages the business already.',
  },
  'not-owner': {
    de: 'Nur Inhaberinnen und Inhaber können andere entfernen.',
    en: 'Only owners can remove others.',
  },
  'last-manager': {
    de: 'Ein Betrieb braucht jemanden, der ihn verwaltet. Bitte laden Sie erst eine andere Person ein, oder archivieren Sie den Betrieb.',
    en: 'A business needs someone who manages it. Please invite another person first, or archive the business.',
  },
  'last-owner': {
    de: 'Ein Betrieb braucht eine Inhaberin oder einen Inhaber. Bitte wenden Sie sich an die Redaktion.',
    en: 'A business needs an owner. Please ask the editors.',
  },
  'claim-business-required': {
    de: 'business: Bitte geben Sie die documentId des Betriebs an.',
    en: 'business: please give the documentId of the business.',
  },
  'claim-reason-required': {
    de: 'reason: Bitte schreiben Sie in 10 bis 2000 Zeichen, warum der Betrieb Ihrer ist.',
    en: 'reason: please write in 10 to 2000 characters why the business is yours.',
  },
  'claim-managed': {
    de: 'Diesen Betrieb verwaltet schon jemand. Bitte lassen Sie sich einladen oder wenden Sie sich an die Redaktion.',
    en: 'Someone manages this business already. Please ask for an invitation, or ask the editors.',
  },
  'claim-open': {
    de: 'Sie haben diesen Betrieb schon beansprucht; die Redaktion prüft das.',
    en: 'You have claimed this business already; the editors are looking at it.',
  },
  'claims-open': {
    de: 'Sie haben schon {maximum} Betriebe beansprucht, über die noch nicht entschieden ist. Bitte warten Sie auf die Redaktion.',
    en: 'You have claimed {maximum} businesses that are not decided on yet. Please wait for the editors.',
  },
  'claims-today': {
    de: 'Mehr als {maximum} Betriebe am Tag können Sie nicht beanspruchen. Bitte versuchen Sie es morgen wieder.',
    en: 'You can claim {maximum} businesses a day at most. Please try again tomorrow.',
  },
  'drafts-open': {
    de: 'Sie haben schon {maximum} Entwürfe, die nie öffentlich waren. Bitte reichen Sie einen ein oder löschen Sie einen.',
    en: 'You have {maximum} drafts already that were never public. Please submit or delete one.',
  },
  'creations-today': {
    de: 'Mehr als {maximum} neue Einträge am Tag gehen nicht. Bitte legen Sie weitere morgen an.',
    en: 'There can be {maximum} new entries a day at most. Please create more tomorrow.',
  },
  'submissions-today': {
    de: 'Mehr als {maximum} Einreichungen am Tag gehen nicht. Bitte reichen Sie weitere morgen ein.',
    en: 'There can be {maximum} submissions a day at most. Please submit more tomorrow.',
  },
  'claim-decided': {
    de: 'Über diesen Anspruch ist schon entschieden.',
    en: 'This claim has been decided already.',
  },
  'reason-required': {
    de: 'reason: Bitte geben Sie einen Grund an.',
    en: 'reason: please give a reason.',
  },
  'size-class-missing': {
    de: 'sizeClass: Bitte geben Sie an, wie groß der Betrieb ist.',
    en: 'sizeClass: please say how large the business is.',
  },
  'size-class-too-large': {
    de: 'sizeClass: Diese Stadt nimmt Betriebe bis zur Größe „{maximum}“ auf; dieser ist „{found}“.',
    en: 'sizeClass: this city admits businesses up to the size “{maximum}”; this one is “{found}”.',
  },
  'chain-not-admitted': {
    de: 'chain: Diese Stadt nimmt keine Filialketten auf.',
    en: 'chain: this city does not admit chains.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** A stable code of a refusal. */
export type Reason = keyof typeof MESSAGES;

export type Details = Readonly<Record<string, string | number>>;

// 80 characters of a refused value are enough to recognise it.
const EXCERPT = 80;

/** The sentence for a reason, its placeholders filled. */
export const messageOf = (reason: Reason, language: Language, details: Details = {}): string =>
  MESSAGES[reason][language].replace(/\{(\w+)\}/g, (_match, key: string) =>
    String(details[key] ?? '').slice(0, EXCERPT),
  );
