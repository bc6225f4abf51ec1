export const files = {
  'no-files':
    'Es wurde keine Datei gesendet. Bitte senden Sie das Bild als multipart/form-data im Feld „files“.',
  'too-many-files': 'Das sind zu viele Dateien auf einmal. Bitte senden Sie höchstens {maximum}.',
  'form-unreadable':
    'Das Formular ist nicht lesbar. Bitte prüfen Sie Content-Type samt boundary und ob es vollständig ist.',
  'not-an-image': '„{found}“ ist kein Bild, das sich lesen lässt. Bitte senden Sie ein JPEG, PNG oder WebP.',
  'kind-not-allowed':
    '„{found}“ ist kein JPEG, PNG oder WebP. Bitte speichern Sie das Bild in einem dieser Formate.',
  'too-many-bytes': '„{found}“ ist größer als 10 MB. Bitte verkleinern Sie das Bild.',
  'too-many-pixels': '„{found}“ hat mehr als 25 Millionen Bildpunkte. Bitte verkleinern Sie das Bild.',
  'upload-quota': 'Für heute haben Sie genug Dateien hochgeladen. Bitte machen Sie in {hours} Std. weiter.',
  'pictures-busy':
    'Im Moment werden zu viele Bilder hochgeladen. Bitte versuchen Sie es in einer Minute noch einmal.',
  'image-broken': '„{found}“ ist beschädigt. Bitte speichern Sie das Bild neu und senden Sie es noch einmal.',
  'form-too-large':
    'Das ist zu groß: alle Dateien zusammen höchstens {megabytes} MB. Bitte verkleinern Sie die Dateien oder laden Sie sie nacheinander hoch.',
  'file-type':
    '{found}: Erlaubt sind JPEG, PNG, WebP und PDF. Bitte speichern Sie die Datei in einem dieser Formate, mit der passenden Endung.',
};
