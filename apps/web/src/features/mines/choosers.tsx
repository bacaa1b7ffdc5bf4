import { MINERALS } from '@qingshan/domain';
import { Cascader, Select } from 'antd';
import { Antd } from '../../shell/antd';
import { useLanguage } from '../../shell/i18n';
import { useReach } from './reach';

interface RegionChooserProps {
  readonly id?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  /** Whether a whole city may be chosen, or only what lies lowest. */
  readonly lowestOnly?: boolean;
}

/** Division by division, or by typing a part of its name. Only what the person's permission spans. */
export const RegionChooser = ({
  id,
  label,
  placeholder,
  value,
  onChange,
  lowestOnly = false,
}: RegionChooserProps) => {
  const { options, pathWithin } = useReach();
  return (
    <Antd>
      <Cascader
        id={id}
        aria-label={label}
        style={{ inlineSize: '100%' }}
        options={options}
        changeOnSelect={!lowestOnly}
        allowClear={!lowestOnly}
        placeholder={placeholder}
        showSearch
        displayRender={(names) => names.join(' / ')}
        value={value === undefined ? undefined : pathWithin(value)}
        onChange={(path) => onChange(path?.at(-1))}
      />
    </Antd>
  );
};

interface MineralChooserProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
}

const useMineralOptions = () => {
  const language = useLanguage();
  return MINERALS.map((mineral) => ({ value: mineral.code, label: `${mineral[language]} ${mineral.code}` }));
};

/** Minerals by name or code, several at once. */
export const MineralChooser = ({ label, placeholder, value, onChange }: MineralChooserProps) => {
  const options = useMineralOptions();
  return (
    <Antd>
      <Select
        mode="multiple"
        aria-label={label}
        style={{ inlineSize: '100%' }}
        maxTagCount="responsive"
        allowClear
        placeholder={placeholder}
        optionFilterProp="label"
        options={options}
        value={[...value]}
        onChange={(codes) => onChange(codes)}
      />
    </Antd>
  );
};

interface OneMineralChooserProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
}

/** One mineral, by name or code. */
export const OneMineralChooser = ({ id, label, placeholder, value, onChange }: OneMineralChooserProps) => {
  const options = useMineralOptions();
  return (
    <Antd>
      <Select
        id={id}
        aria-label={label}
        style={{ inlineSize: '100%' }}
        showSearch
        allowClear
        placeholder={placeholder}
        optionFilterProp="label"
        options={options}
        value={value}
        onChange={(code: string | undefined) => onChange(code)}
      />
    </Antd>
  );
};
