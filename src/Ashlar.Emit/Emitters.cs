using System.Collections.Immutable;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Contracts;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Host;
using Ashlar.Emit.Kernel;
using Ashlar.Emit.Modules;
using Ashlar.Emit.OpenApi;
using Ashlar.Emit.Projects;
using Ashlar.Emit.Samples;
using Ashlar.Emit.Scenarios;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Slots;
using Ashlar.Emit.Solution;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Testing;
using Ashlar.Emit.Views;
using Ashlar.Emit.Workflows;

namespace Ashlar.Emit;

/// <summary>
/// What a system is made of: one emitter for each kind of file. The tracks share nothing but the model, so that they run
/// side by side.
/// </summary>
internal static class Emitters
{
    public static readonly ImmutableArray<ImmutableArray<Func<Emission, IEnumerable<EmittedFile>>>> Tracks =
        [Operations, World, Declarations];

    /// <summary>What hand-written code is compiled with, and where it begins.</summary>
    public static ImmutableArray<Func<Emission, IEnumerable<EmittedFile>>> OfSlots =>
    [
        SlotContract.Emit,
        SlotTypes.Emit,
        CapabilityFiles.Emit,
        SlotIndex.Emit,
        SlotStub.Emit,
    ];

    /// <summary>What requests run through.</summary>
    private static ImmutableArray<Func<Emission, IEnumerable<EmittedFile>>> Operations =>
    [
        ShapeFile.Emit,
        ListFile.Emit,
        ReadFile.Emit,
        CreateFile.Emit,
        UpdateFile.Emit,
        DeleteFile.Emit,
        DownloadFile.Emit,
        UploadFile.Emit,
        RemoveFile.Emit,
        OwnedWritesFile.Emit,
        ActionFile.Emit,
        ViewFile.Emit,
    ];

    /// <summary>What acts out requests in a world of rows and people: the examples of the OpenAPI document, the tests.</summary>
    private static ImmutableArray<Func<Emission, IEnumerable<EmittedFile>>> World =>
    [
        OpenApiDocument.Emit,
        TestSupport.Emit,
        ScenarioFile.Emit,
        WorldFile.Emit,
        SignInTests.Emit,
        IssuerTests.Emit,
        ListTests.Emit,
        ReadTests.Emit,
        CreateTests.Emit,
        UpdateTests.Emit,
        NotCovered.Emit,
        DeleteTests.Emit,
        DownloadTests.Emit,
        UploadTests.Emit,
        RemoveTests.Emit,
        ActionTests.Emit,
        CallbackTests.Emit,
        ViewTests.Emit,
    ];

    /// <summary>The declarations of the model, and what holds the parts together.</summary>
    private static ImmutableArray<Func<Emission, IEnumerable<EmittedFile>>> Declarations =>
    [
        SolutionFile.Emit,
        BuildProperties.Emit,
        PackageVersions.Emit,
        EditorSettings.Emit,
        SdkVersion.Emit,
        IgnoredFiles.Emit,
        Readme.Emit,
        AgentGuide.Emit,
        ContainerImage.Emit,
        ComposeFile.Emit,
        HostProject.Emit,
        KernelProject.Emit,
        ContractsProject.Emit,
        ModuleProject.Emit,
        TestsProject.Emit,
        ProgramFile.Emit,
        SystemHostFile.Emit,
        ApiBrowserFile.Emit,
        AccessRulesFile.Emit,
        HostSettings.Emit,
        KernelSource.Emit,
        RolesFile.Emit,
        EventFile.Emit,
        WorkflowFile.Emit,
        WorkflowPictures.Emit,
        ActionContract.Emit,
        .. OfSlots,
        SlotProject.Emit,
        SlotCallFile.Emit,
        CapabilityFiles.EmitAdapter,
        GuardFiles.Emit,
        EnumFile.Emit,
        ValueFile.Emit,
        FieldsFile.Emit,
        SettingsFile.Emit,
        RulesFile.Emit,
        EntityFile.Emit,
        ModuleFile.Emit,
        SampleFile.Emit,
        SchemaFiles.Emit,
    ];
}
