enum RotaFormatsPlaceholder {}
