'use client';

import { Alert, Center, Modal, Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** A card's barcode, large enough to be read from the screen. */
export function Barcode({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useTranslations('member');
  const [image, setImage] = useState<{ svg: string | undefined }>();
  useEffect(() => {
    let open = true;
    drawBarcode(number).then(
      (svg) => open && setImage({ svg }),
      () => open && setImage({ svg: undefined }),
    );
    return () => {
      open = false;
    };
  }, [number]);
  return (
    <Modal opened onClose={onClose} title={t('barcode')}>
      {image === undefined && <Skeleton h={120} />}
      {image !== undefined && image.svg === undefined && <Alert color="red">{t('noBarcode')}</Alert>}
      {image?.svg !== undefined && (
        // Scanners want dark bars on white, in the dark theme too.
        <Center bg="white" p="md">
          <img src={image.svg} alt={number} height={110} />
        </Center>
      )}
    </Modal>
  );
}

async function drawBarcode(number: string): Promise<string> {
  const { code128, drawingSVG, ean13 } = await import('bwip-js/browser');
  const options = { text: number, height: 14, includetext: true, textxalign: 'center' } as const;
  const draw = () => {
    try {
      // Throws on a wrong check digit: thirteen digits are not always an EAN.
      if (/^\d{13}$/.test(number)) return ean13({ bcid: 'ean13', ...options }, drawingSVG());
    } catch {
      return code128({ bcid: 'code128', ...options }, drawingSVG());
    }
    return code128({ bcid: 'code128', ...options }, drawingSVG());
  };
  return `data:image/svg+xml,${encodeURIComponent(draw())}`;
}
