import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { csvFile, saveAs } from '../csv-file';
import { useFieldName } from '../ledger-words';
import { templateHeaders } from './template';

/** For who has no ledger yet. */
export const TemplateButton = () => {
  const { t } = useTranslation();
  const field = useFieldName();
  const save = () => {
    const headers = templateHeaders({
      field,
      withUnit: (name, unit) => `${name}${t('ui.unitIn', { unit: t(`imports.unit.${unit}`) })}`,
    });
    saveAs(csvFile([headers]), t('imports.drop.templateName'));
  };
  return (
    <Button look="quiet" icon="download" onClick={save}>
      {t('imports.drop.template')}
    </Button>
  );
};
