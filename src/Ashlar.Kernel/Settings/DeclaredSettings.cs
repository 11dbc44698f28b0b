using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>One configuration of the model: how its values are read, and which class holds them.</summary>
public abstract class DeclaredSettings
{
    private protected DeclaredSettings(string section) => Section = section;

    /// <summary>Where its values stand: <c>Billing:Payments</c>.</summary>
    public string Section { get; }

    /// <summary>The values of one section, held by a class.</summary>
    /// <param name="section">Where they stand.</param>
    /// <param name="line">The line of the model that declares them.</param>
    /// <param name="read">Reads them; what is wrong is kept by the section.</param>
    public static DeclaredSettings Of<T>(string section, string line, Func<SettingsSection, T> read) where T : class =>
        new Declared<T>(section, line, read);

    internal abstract void Read(SettingsReader reader, IServiceCollection services);

    private sealed class Declared<T>(string section, string line, Func<SettingsSection, T> read) : DeclaredSettings(section)
        where T : class
    {
        internal override void Read(SettingsReader reader, IServiceCollection services)
        {
            var values = reader.Section(Section, line);
            var settings = read(values);
            values.RefuseOthers();
            services.AddSingleton(settings);
        }
    }
}
