"""The SDK signed in, and short ways to ask it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from azure.identity import CertificateCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_authentication_azure.azure_identity_authentication_provider import AzureIdentityAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.generated.models.field_value_set import FieldValueSet
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph_core import GraphClientFactory

from conformance.checks import Checks, Different, same
from conformance.council import DEPOTS, Council

SCOPE = "https://graph.microsoft.com/.default"
checks = Checks()


class Graph:
    """The client signed in, with the site, its list and the mailbox at hand."""

    def __init__(self, council: Council, client: GraphServiceClient, site: str) -> None:
        self.council = council
        self.client = client
        self.site = client.sites.by_site_id(site)
        self.depots = self.site.lists.by_list_id(DEPOTS)
        self.box = client.users.by_user_id(council.mailbox)
        self.inbox = self.box.mail_folders.by_mail_folder_id("inbox").messages

    def depot(self, number: int) -> Any:
        return self.depots.items.by_list_item_id(str(number))

    async def drive(self) -> Any:
        drive = await self.site.drive.get()
        return self.client.drives.by_drive_id(drive.id).items

    async def first_mail(self) -> Any:
        found = await self.inbox.get()
        return self.box.messages.by_message_id(found.value[0].id)


def check(name: str) -> Callable[[Callable[[Graph], Awaitable[None]]], None]:
    def keep(work: Callable[[Graph], Awaitable[None]]) -> None:
        checks[name] = lambda council: asyncio.run(signed_in(council, work))

    return keep


async def signed_in(council: Council, work: Callable[[Graph], Awaitable[None]]) -> None:
    line = council.line
    with CertificateCredential(line["tenant"], line["client_id"], line["certificate"]) as credential:
        provider = AzureIdentityAuthenticationProvider(credential, scopes=[SCOPE])
        async with GraphClientFactory.create_with_default_middleware() as http:
            adapter = GraphRequestAdapter(provider, client=http)
            client = GraphServiceClient(request_adapter=adapter)
            site = await client.sites.by_site_id(council.site_key).get()
            await work(Graph(council, client, site.id))


def asking(builder: Any, headers: Mapping[str, str] | None = None, **parameters: Any) -> RequestConfiguration[Any]:
    """What a GET of this builder asks for: query options by their Python names, and headers."""
    kind = next(value for name, value in vars(type(builder)).items() if name.endswith("GetQueryParameters"))
    return given(headers or {}, query_parameters=kind(**parameters))


def given(headers: Mapping[str, str], **more: Any) -> RequestConfiguration[Any]:
    configuration: RequestConfiguration[Any] = RequestConfiguration(**more)
    for name, value in headers.items():
        configuration.headers.add(name, value)
    return configuration


async def refused(call: Awaitable[Any], status: int, code: str) -> None:
    try:
        await call
    except ODataError as error:
        same((error.response_status_code, error.error.code), (status, code))
    else:
        raise Different(f"nothing was refused, {status} {code} was expected")


def fields(**values: Any) -> FieldValueSet:
    return FieldValueSet(additional_data=values)
