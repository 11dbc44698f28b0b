using Ashlar.Core.Model;

namespace Ashlar.Emit.Sql;

/// <summary>Which element of the model a constraint of its schema stands for.</summary>
public static class ConstraintElements
{
    /// <summary>The entity, and its rule or field; null for a constraint that the model does not have.</summary>
    public static (Entity Entity, string Member)? Find(SystemModel model, string constraint)
    {
        foreach (var entity in model.Entities)
        {
            var found = EntityConstraints.Of(model, EntityTable.Of(model, entity))
                .FirstOrDefault(candidate => string.Equals(candidate.Name, constraint, StringComparison.Ordinal));
            if (found is not null)
            {
                return (entity, found.Element[$"{entity.Name}.".Length..]);
            }
        }

        return null;
    }
}
