import { Box, Flex, Typography } from '@strapi/design-system';
import { backendUrl } from '#src/admin/strapi/panel';
import type { Picture } from '../domain/value-kind';
import { useText } from '../translations/use-text';

/** Pictures with their descriptions; a missing one is pointed out, so that the editor can ask for it. */
export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      {pictures.map((picture, index) => (
        <PictureCard key={`${picture.url} ${index}`} picture={picture} />
      ))}
    </Flex>
  );
}

function PictureCard({ picture }: { picture: Picture }) {
  const text = useText();
  const { url, name, alternativeText, caption, credit } = picture;
  return (
    <Box tag="figure" maxWidth="24rem" margin={0}>
      {url && (
        <Box
          tag="img"
          src={absolute(url)}
          alt={alternativeText ?? name ?? ''}
          hasRadius
          borderColor="neutral200"
          maxWidth="100%"
          maxHeight="24rem"
          style={{ display: 'block' }}
        />
      )}
      <Flex tag="figcaption" direction="column" alignItems="flex-start" paddingTop={1}>
        {alternativeText ? (
          <Typography variant="pi">{text('picture.alt', { text: alternativeText })}</Typography>
        ) : (
          <Typography variant="pi" textColor="danger700">
            {text('picture.missing-alt')}
          </Typography>
        )}
        {caption && <Typography variant="pi">{caption}</Typography>}
        {credit && <Typography variant="pi">{text('picture.credit', { credit })}</Typography>}
        {!url && name && <Typography variant="pi">{name}</Typography>}
      </Flex>
    </Box>
  );
}

const absolute = (url: string): string => (url.startsWith('/') ? `${backendUrl()}${url}` : url);
