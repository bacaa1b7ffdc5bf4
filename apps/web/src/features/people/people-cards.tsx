import type { PersonView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { useRegions } from '../../shell/regions';
import { Card, Cards } from '../../ui/cards';
import { LastSignIn, PersonStateTag } from './person-state';

interface PeopleCardsProps {
  readonly people: readonly PersonView[];
  readonly onOpen: (person: PersonView) => void;
}

/** The accounts where a grid has no room. */
export const PeopleCards = ({ people, onOpen }: PeopleCardsProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  return (
    <Cards label={t('people.title')}>
      {people.map((person) => (
        <Card
          key={person.id}
          title={person.name}
          tag={<PersonStateTag {...person} />}
          lines={[
            `${t(`labels.role.${person.role}`)} · ${nameOf(person.regionCode)}`,
            <>
              {person.username} · <LastSignIn {...person} />
            </>,
          ]}
          onOpen={() => onOpen(person)}
        />
      ))}
    </Cards>
  );
};
