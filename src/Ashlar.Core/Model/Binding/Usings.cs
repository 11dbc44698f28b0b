// The finding `unknown-type` and the type of what does not check want the same name. Outside of the findings it is the type.
global using UnknownType = Ashlar.Core.Model.Types.UnknownType;
